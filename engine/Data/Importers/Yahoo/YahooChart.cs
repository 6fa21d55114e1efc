using System.Text.Json;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Yahoo;

/// <summary>An answer of Yahoo's v8 chart, bare or inside a recorded exchange (<c>response.body</c>, <c>response.bodyJson</c>).</summary>
sealed class YahooChart : IDisposable
{
    readonly JsonDocument document;
    readonly JsonElement result;
    readonly string path;

    YahooChart(JsonDocument document, JsonElement result, string path) => (this.document, this.result, this.path) = (document, result, path);

    /// <summary>Opens an answer.</summary>
    /// <exception cref="WorkbenchException">The file is none, or Yahoo answered with an error.</exception>
    public static YahooChart Open(string path)
    {
        var document = JsonFile.Read(path) ?? throw ImportErrors.BadJson(path, "it is empty");
        if (Member(document.RootElement, "response", "body") is { ValueKind: JsonValueKind.String } body)
        {
            var inner = Parse(path, body.GetString()!);
            document.Dispose();
            document = inner;
        }

        var chart = Member(document.RootElement, "response", "bodyJson", "chart") ?? Member(document.RootElement, "chart")
            ?? throw ImportErrors.BadJson(path, "it holds no 'chart'");
        if (Member(chart, "error", "description") is { } cause)
        {
            throw ImportErrors.BadJson(path, $"Yahoo answered: {cause}");
        }

        return Member(chart, "result") is { ValueKind: JsonValueKind.Array } results && results.GetArrayLength() > 0
            ? new YahooChart(document, results[0], path)
            : throw ImportErrors.BadJson(path, "its 'chart' has no 'result'");
    }

    /// <summary>Yahoo's symbol, such as EURUSD=X.</summary>
    public string Symbol => Text("symbol") ?? "";

    /// <summary>Length of its bars.</summary>
    public BarSpec Spec
    {
        get
        {
            var text = Text("dataGranularity") ?? "1d";
            return BarSpec.TryParse(text, null, out var spec)
                ? spec.Of(PriceSource.Last)
                : throw ImportErrors.UnclearBarLength(path, $"bars of {text} are no length that is kept");
        }
    }

    /// <summary>Times of the bars, UTC nanoseconds; none where the range is empty.</summary>
    public long[] Times()
    {
        if (Member(result, "timestamp") is not { ValueKind: JsonValueKind.Array } stamps)
        {
            return Column("close") is { } prices && prices.GetArrayLength() > 0
                ? throw ImportErrors.BadJson(path, "it has prices without a 'timestamp'")
                : [];
        }

        return [.. stamps.EnumerateArray().Select(stamp => stamp.ValueKind == JsonValueKind.Number && stamp.TryGetInt64(out var seconds)
            ? seconds * UtcNanos.Second
            : throw ImportErrors.BadJson(path, $"its 'timestamp' holds {stamp.GetRawText()}"))];
    }

    /// <summary>A column of the bars, one element for each time.</summary>
    public JsonElement[] Column(string name, int count) => Column(name) is { } column && column.GetArrayLength() == count
        ? [.. column.EnumerateArray()]
        : throw ImportErrors.BadJson(path, FormattableString.Invariant($"'{name}' does not hold {count} values, as 'timestamp' does"));

    /// <summary>The day of an instant on the exchange's clock.</summary>
    public DateOnly DateOf(long time)
    {
        var offset = Member(result, "meta", "gmtoffset") is { ValueKind: JsonValueKind.Number } seconds && seconds.TryGetInt64(out var east) ? east * UtcNanos.Second : 0;
        return DateOnly.FromDateTime(UtcNanos.ToDateTime(time + offset));
    }

    /// <summary>Dividends and splits within the chart's range, oldest first.</summary>
    public YahooActions Actions() => YahooActions.Of(Member(result, "events"), path);

    public void Dispose() => document.Dispose();

    string? Text(string name) => Member(result, "meta", name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    JsonElement? Column(string name) =>
        Member(result, "indicators", "quote") is { ValueKind: JsonValueKind.Array } quotes && quotes.GetArrayLength() > 0
            && Member(quotes[0], name) is { ValueKind: JsonValueKind.Array } column
            ? column
            : null;

    static JsonDocument Parse(string path, string body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException broken)
        {
            throw ImportErrors.BadJson(path, $"its body is no JSON: {broken.Message}");
        }
    }

    static JsonElement? Member(JsonElement from, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (from.ValueKind != JsonValueKind.Object || !from.TryGetProperty(name, out from))
            {
                return null;
            }
        }

        return from;
    }
}
