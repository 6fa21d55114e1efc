using System.Text;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>
/// What the variants of a batch came to, as bytes that depend on nothing else: no machine, time or attempt is in them. Numbers keep all
/// their bits, and texts that come again and again are written once.
/// </summary>
/// <param name="Plan">The plan's name.</param>
/// <param name="Index">The batch.</param>
/// <param name="Clock">The clock of the returns.</param>
/// <param name="Results">What the variants came to, in their order.</param>
sealed record ShardFile(string Plan, int Index, PeriodClock Clock, IReadOnlyList<VariantResult> Results)
{
    const string Magic = "workbench shard 1";

    /// <summary>As bytes.</summary>
    public byte[] ToBytes()
    {
        using var memory = new MemoryStream();
        using (var to = new BinaryWriter(memory, Encoding.UTF8))
        {
            string[] keys = [.. Results.SelectMany(variant => variant.Metrics.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            string[] reasons = [.. Results.SelectMany(variant => variant.Metrics.Values).Select(value => value.Reason).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            to.Write(Magic);
            to.Write(Plan);
            to.Write(Index);
            WriteClock(to);
            Write(to, keys);
            Write(to, reasons);
            to.Write(Results.Count);
            foreach (var variant in Results)
            {
                Write(to, variant, keys, reasons);
            }
        }

        return memory.ToArray();
    }

    /// <summary>From bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="place">Where they came from, for a refusal.</param>
    /// <exception cref="WorkbenchException">WB4426: they are no batch's result.</exception>
    public static ShardFile FromBytes(byte[] bytes, string place)
    {
        try
        {
            using var from = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            if (from.ReadString() != Magic)
            {
                throw SweepErrors.Damaged(place, "is no result of this version.");
            }

            var (plan, index, clock) = (from.ReadString(), from.ReadInt32(), ReadClock(from));
            var (keys, reasons) = (ReadTexts(from), ReadTexts(from));
            var results = new VariantResult[from.ReadInt32()];
            for (var i = 0; i < results.Length; i++)
            {
                results[i] = ReadVariant(from, keys, reasons);
            }

            return new ShardFile(plan, index, clock, results);
        }
        catch (Exception torn) when (torn is IOException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            throw SweepErrors.Damaged(place, $"cannot be read: {torn.Message}");
        }
    }

    void WriteClock(BinaryWriter to)
    {
        to.Write(Clock.Name);
        to.Write(Clock.PerYear);
        to.Write(Clock.Ends.Count);
        foreach (var end in Clock.Ends)
        {
            to.Write(end);
        }
    }

    static PeriodClock ReadClock(BinaryReader from)
    {
        var (name, perYear) = (from.ReadString(), from.ReadDouble());
        var ends = new long[from.ReadInt32()];
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = from.ReadInt64();
        }

        return new PeriodClock(ends, name, perYear);
    }

    static void Write(BinaryWriter to, VariantResult variant, string[] keys, string[] reasons)
    {
        to.Write(variant.Key);
        Write(to, variant.Settings);
        to.Write((byte)variant.State);
        WriteMaybe(to, variant.Reason);
        WriteMaybe(to, variant.EventLogHash);
        WriteMaybe(to, variant.BehaviourHash);
        to.Write(variant.Fills);
        to.Write(variant.Trades);
        to.Write(variant.EquityStart);
        to.Write(variant.EquityEnd);
        to.Write(variant.Metrics.Count > 0);
        if (variant.Metrics.Count > 0)
        {
            foreach (var key in keys)
            {
                WriteMetric(to, variant.Metrics.TryGetValue(key, out var value) ? value : null, reasons);
            }
        }

        to.Write(variant.Returns.Count);
        foreach (var change in variant.Returns)
        {
            to.Write(change);
        }
    }

    static VariantResult ReadVariant(BinaryReader from, string[] keys, string[] reasons)
    {
        var variant = new VariantResult
        {
            Key = from.ReadString(),
            Settings = ReadTexts(from),
            State = (VariantState)from.ReadByte(),
            Reason = ReadMaybe(from),
            EventLogHash = ReadMaybe(from),
            BehaviourHash = ReadMaybe(from),
            Fills = from.ReadInt64(),
            Trades = from.ReadInt64(),
            EquityStart = from.ReadDecimal(),
            EquityEnd = from.ReadDecimal(),
        };
        var metrics = new Dictionary<string, MetricValue>(StringComparer.Ordinal);
        foreach (var key in from.ReadBoolean() ? keys : [])
        {
            if (ReadMetric(from, reasons) is { } value)
            {
                metrics.Add(key, value);
            }
        }

        var returns = new double[from.ReadInt32()];
        for (var i = 0; i < returns.Length; i++)
        {
            returns[i] = from.ReadDouble();
        }

        return variant with { Metrics = metrics, Returns = returns };
    }

    // The place of the reason, or that there is a number, or that the figure is missing.
    static void WriteMetric(BinaryWriter to, MetricValue? value, string[] reasons)
    {
        to.Write(value is not { } known ? -2 : known.Reason is { } reason ? Array.BinarySearch(reasons, reason, StringComparer.Ordinal) : -1);
        if (value?.Value is { } number)
        {
            to.Write(number);
        }
    }

    static MetricValue? ReadMetric(BinaryReader from, string[] reasons) => from.ReadInt32() switch
    {
        -2 => null,
        -1 => from.ReadDouble(),
        var reason => MetricValue.None(reasons[reason]),
    };

    static void Write(BinaryWriter to, IReadOnlyList<string> texts)
    {
        to.Write(texts.Count);
        foreach (var text in texts)
        {
            to.Write(text);
        }
    }

    static string[] ReadTexts(BinaryReader from)
    {
        var texts = new string[from.ReadInt32()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = from.ReadString();
        }

        return texts;
    }

    static void WriteMaybe(BinaryWriter to, string? text)
    {
        to.Write(text is not null);
        if (text is not null)
        {
            to.Write(text);
        }
    }

    static string? ReadMaybe(BinaryReader from) => from.ReadBoolean() ? from.ReadString() : null;
}
