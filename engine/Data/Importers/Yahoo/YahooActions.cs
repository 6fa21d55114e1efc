using System.Text.Json;

namespace Workbench.Data.Importers.Yahoo;

/// <summary>Dividends and splits that came with a chart, oldest first.</summary>
/// <param name="Dividends">Dividends.</param>
/// <param name="Splits">Splits.</param>
public sealed record YahooActions(IReadOnlyList<YahooDividend> Dividends, IReadOnlyList<YahooSplit> Splits)
{
    /// <summary>Those of a fetched chart.</summary>
    /// <exception cref="WorkbenchException">The file is none.</exception>
    public static YahooActions Read(string file)
    {
        using var chart = YahooChart.Open(file);
        return chart.Actions();
    }

    internal static YahooActions Of(JsonElement? events, string file) => new(
        [.. Members(events, "dividends").Select(row => new YahooDividend(Time(row, file), Number(row, "amount", file))).OrderBy(row => row.Time)],
        [.. Members(events, "splits").Select(row => new YahooSplit(Time(row, file), Number(row, "numerator", file), Number(row, "denominator", file))).OrderBy(row => row.Time)]);

    // An object with the time as each member's name, and the same time within.
    static IEnumerable<JsonElement> Members(JsonElement? events, string name) =>
        events is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(name, out var members) && members.ValueKind == JsonValueKind.Object
            ? members.EnumerateObject().Select(member => member.Value)
            : [];

    static long Time(JsonElement row, string file) => (long)Number(row, "date", file) * UtcNanos.Second;

    static decimal Number(JsonElement row, string name, string file) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
            ? number
            : throw ImportErrors.BadJson(file, $"an event has no number '{name}'");
}
