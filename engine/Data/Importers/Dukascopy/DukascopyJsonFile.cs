using System.Text.Json;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Dukascopy;

/// <summary>
/// The vendor's newer answer: absolute first values, then arrays of differences in units of <c>multiplier</c> and times as
/// differences in units of <c>shift</c> (milliseconds for ticks, which have none).
/// </summary>
sealed class DukascopyJsonFile : IDisposable
{
    const int MillionDigits = 6;

    readonly JsonDocument document;
    readonly JsonElement root;
    readonly string path;
    readonly ImportJob job;
    readonly long multiplier;

    DukascopyJsonFile(JsonDocument document, string path, ImportJob job)
    {
        this.document = document;
        root = document.RootElement;
        this.path = path;
        this.job = job;
        Count = root.GetProperty("times").GetArrayLength();
        multiplier = Count == 0 ? 0 : Number("multiplier", job.Instrument.PriceScale);
    }

    /// <summary>Opens an answer; null where the file is something else, such as the description of an instrument.</summary>
    public static DukascopyJsonFile? Open(string path, ImportJob job)
    {
        var document = JsonFile.Read(path);
        if (document?.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("times", out var times) && times.ValueKind == JsonValueKind.Array)
        {
            return new DukascopyJsonFile(document, path, job);
        }

        document?.Dispose();
        return null;
    }

    public string Path => path;

    public int Count { get; }

    public bool IsTicks => !root.TryGetProperty("opens", out _);

    /// <summary>Absolute time before the first difference, milliseconds; 0 where there are no events.</summary>
    public long Timestamp => Count == 0 ? 0 : Number("timestamp", 0);

    /// <summary>Milliseconds that one unit of time stands for: the length of a candle, 1 for ticks.</summary>
    public long ShiftMs => IsTicks || !root.TryGetProperty("shift", out _) ? 1 : Number("shift", 0);

    /// <summary>Running sum over an array of time differences, in UTC nanoseconds.</summary>
    public long[] Times() => Sums("times", Timestamp * UtcNanos.Millisecond, ShiftMs * UtcNanos.Millisecond);

    /// <summary>Running sum over an array of price differences, raw.</summary>
    public long[] Prices(string first, string differences) => Sums(differences, Number(first, job.Instrument.PriceScale), multiplier);

    /// <summary>An array of candles' volumes, which are millions, as the instrument stores them; zeros where there is none.</summary>
    public long[] Volumes(string name) => Numbers(name, MillionDigits, Scaled.PowerOfTen(job.Instrument.SizeScale));

    /// <summary>An array of ticks' sizes, which are units and no millions as in the .bi5 files, as the instrument stores them; zeros where there is none.</summary>
    public long[] Sizes(string name) => Numbers(name, job.Instrument.SizeScale, 1);

    public void Dispose() => document.Dispose();

    long[] Numbers(string name, int digits, long unit)
    {
        var numbers = new long[Count];
        if (root.TryGetProperty(name, out var array))
        {
            var at = 0;
            foreach (var element in Checked(name, array).EnumerateArray())
            {
                numbers[at++] = JsonFile.TryRead(element, digits, out var units, out _) && units >= 0 ? units * unit : throw Bad(name, element);
            }
        }

        return numbers;
    }

    long[] Sums(string name, long start, long unit)
    {
        var sums = new long[Count];
        var at = 0;
        foreach (var element in Checked(name, root.TryGetProperty(name, out var array) ? array : default).EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt64(out var difference))
            {
                throw Bad(name, element);
            }

            start += difference * unit;
            sums[at++] = start;
        }

        return sums;
    }

    JsonElement Checked(string name, JsonElement array) => array.ValueKind == JsonValueKind.Array && array.GetArrayLength() == Count
        ? array
        : throw ImportErrors.BadJson(path, FormattableString.Invariant($"'{name}' is no list of {Count} numbers, as 'times' is"));

    long Number(string name, int scale)
    {
        if (!root.TryGetProperty(name, out var element) || !JsonFile.TryRead(element, scale, out var raw, out var isExact))
        {
            throw ImportErrors.BadJson(path, $"it has no number '{name}'");
        }

        return isExact ? raw : throw ImportErrors.TooManyDecimals(path, 1, element.GetRawText(), job.Instrument);
    }

    WorkbenchException Bad(string name, JsonElement element) => ImportErrors.BadJson(path, $"'{name}' holds {element.GetRawText()}");
}
