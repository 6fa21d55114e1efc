using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.AlphaVantage;

/// <summary>
/// An answer with a time series: an object for each bar under its time, newest first, the members numbered (<c>1. open</c>), all
/// numbers texts. Times are those of the zone that the answer names.
/// </summary>
sealed partial class AlphaVantageFile : IDisposable
{
    static readonly TimeText Times = TimeText.Of("yyyy-MM-dd HH:mm:ss");
    static readonly TimeText Dates = TimeText.Of("yyyy-MM-dd");

    readonly JsonDocument document;
    readonly JsonElement series;
    readonly string path;

    AlphaVantageFile(JsonDocument document, JsonElement series, string path) => (this.document, this.series, this.path) = (document, series, path);

    /// <summary>Length of its bars.</summary>
    public required BarSpec Spec { get; init; }

    /// <summary>The vendor's symbol; of currencies the two codes in one.</summary>
    public required string Symbol { get; init; }

    /// <summary>Zone of its times.</summary>
    public required string Zone { get; init; }

    public JsonDocument Document => document;

    /// <summary>Opens an answer.</summary>
    /// <exception cref="WorkbenchException">It holds no time series.</exception>
    public static AlphaVantageFile Open(string path)
    {
        var document = JsonTapes.Read(path);
        var root = document.RootElement;
        var found = root.ValueKind == JsonValueKind.Object ? root.EnumerateObject().FirstOrDefault(member => Name().IsMatch(member.Name)) : default;
        if (found.Value.ValueKind != JsonValueKind.Object)
        {
            throw ImportErrors.BadJson(path, "it holds no 'Time Series'");
        }

        var meta = JsonNumber.Member(root, "Meta Data");
        return new AlphaVantageFile(document, found.Value, path)
        {
            Spec = SpecOf(Name().Match(found.Name).Groups["length"].Value, path),
            Symbol = Meta(meta, "Symbol") is { Length: > 0 } symbol ? symbol : Meta(meta, "From Symbol") + Meta(meta, "To Symbol"),
            Zone = Meta(meta, "Time Zone") is { Length: > 0 } zone ? zone : "US/Eastern",
        };
    }

    /// <summary>Its bars, oldest first, at the instants that the zone's clock showed.</summary>
    public List<JsonBar> Bars()
    {
        var clock = ZoneClock.Of(Zone);
        var last = long.MinValue;
        var bars = new List<JsonBar>();
        foreach (var row in series.EnumerateObject().Reverse())
        {
            last = Time(row.Name, clock, last);
            bars.Add(new JsonBar(last, row.Value.GetProperty("1. open"), row.Value.GetProperty("2. high"), row.Value.GetProperty("3. low"), row.Value.GetProperty("4. close"), JsonNumber.Member(row.Value, "5. volume")));
        }

        return bars;
    }

    /// <summary>Whether a bar's time is its end, as older answers have it (<see cref="AlphaVantageStamp"/>).</summary>
    public BarStamp Stamp => AlphaVantageStamp.Of(series.EnumerateObject().Select(row => row.Name));

    public void Dispose() => document.Dispose();

    long Time(string text, ZoneClock clock, long last)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Spec.Unit == BarUnit.Days
            ? Dates.TryRead(bytes, out var day, out _) ? day : throw Bad(text)
            : Times.TryRead(bytes, out var local, out _) ? clock.ToUtc(local, last) : throw Bad(text);
    }

    WorkbenchException Bad(string text) => ImportErrors.BadJson(path, $"'{text}' is no time");

    static string Meta(JsonElement meta, string name) => meta.ValueKind != JsonValueKind.Object ? ""
        : meta.EnumerateObject().FirstOrDefault(member => member.Name.EndsWith(". " + name, StringComparison.Ordinal)).Value is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    static BarSpec SpecOf(string length, string path) => length switch
    {
        "Daily" => Model.Bars.Days().Of(PriceSource.Last),
        _ when length.EndsWith("min", StringComparison.Ordinal) && BarSpec.TryParse(length[..^2], null, out var spec) => spec.Of(PriceSource.Last),
        _ => throw ImportErrors.UnclearBarLength(path, $"bars of {length} are no length that is kept"),
    };

    [GeneratedRegex(@"^Time Series (FX )?\((?<length>[^)]+)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
