using System.Text.Json;
using Workbench.Data.Importers.Text;
using Workbench.Data.Instruments;

namespace Workbench.Data.Importers.Oanda;

/// <summary>OANDA's answers with bars: of bid, ask and mid, as many of them as were asked for. A bar that is not complete is left out.</summary>
static class OandaJsonImporter
{
    const string Source = "oanda";

    static readonly (string Name, PriceSource Price)[] Sides = [("bid", PriceSource.Bid), ("ask", PriceSource.Ask), ("mid", PriceSource.Mid)];

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        var files = JsonTapes.Files(job, "oanda-json").Select(path => (Path: path, Specs: Look(job, path))).ToList();
        var specs = files.SelectMany(file => file.Specs).Distinct().OrderBy(spec => spec.NominalNanos).ThenBy(spec => spec.Price).ToList();
        return specs.Count > 0
            ? [.. specs.Select(spec => Tapes.Bars(job, Source, spec, [.. files.Where(file => file.Specs.Contains(spec)).Select(file => file.Path)], path => Read(job, path, spec)))]
            : throw ImportErrors.NothingToImport(job.Path, "oanda-json", "no bars in any answer");
    }

    static List<BarSpec> Look(ImportJob job, string path)
    {
        using var document = JsonTapes.Read(path);
        var root = document.RootElement;
        var name = JsonNumber.Member(root, "instrument") is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
        var symbol = name.Replace("_", "", StringComparison.Ordinal);
        if (symbol.Length > 0 && symbol != job.Instrument.Symbol && InstrumentTable.BuiltIn.TryFind(name)?.Symbol != job.Instrument.Symbol)
        {
            throw ImportErrors.OtherInstrument(path, symbol, job.Instrument.Symbol);
        }

        var length = Length(root, path);
        return Rows(root, path).FirstOrDefault() is { ValueKind: JsonValueKind.Object } first
            ? [.. Sides.Where(side => JsonNumber.Member(first, side.Name).ValueKind == JsonValueKind.Object).Select(side => length.Of(side.Price))]
            : [];
    }

    static JsonBarReader Read(ImportJob job, string path, BarSpec spec)
    {
        var document = JsonTapes.Read(path);
        var side = Array.Find(Sides, side => side.Price == spec.Price).Name;
        List<JsonBar> bars = [.. Rows(document.RootElement, path).Where(row => JsonNumber.Member(row, "complete").ValueKind != JsonValueKind.False).Select(row => Bar(row, JsonNumber.Member(row, side), path))];
        return new JsonBarReader(document, bars, new BarTimes(spec, BarStamp.Open, IsDateOnly: false, job.Instrument.Calendar), job, path);
    }

    static JsonBar Bar(JsonElement row, JsonElement prices, string path) => new(JsonTapes.Time(JsonNumber.Member(row, "time"), path),
        JsonNumber.Member(prices, "o"), JsonNumber.Member(prices, "h"), JsonNumber.Member(prices, "l"), JsonNumber.Member(prices, "c"), JsonNumber.Member(row, "volume"));

    static IEnumerable<JsonElement> Rows(JsonElement root, string path) => JsonNumber.Member(root, "candles") is { ValueKind: JsonValueKind.Array } rows
        ? rows.EnumerateArray()
        : throw ImportErrors.BadJson(path, "it has no 'candles'");

    // S5, M1, H4, D: the unit stands first here.
    static BarSpec Length(JsonElement root, string path)
    {
        var text = JsonNumber.Member(root, "granularity") is { ValueKind: JsonValueKind.String } word ? word.GetString()! : "";
        var turned = text == "D" ? "1d" : text.Length > 1 ? text[1..] + char.ToLowerInvariant(text[0]) : "";
        return BarSpec.TryParse(turned, null, out var spec) ? spec : throw ImportErrors.UnclearBarLength(path, $"'{text}' is no length that is kept");
    }
}
