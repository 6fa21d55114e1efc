using System.Text.Json;
using Workbench.Data.Importers.Text;
using Workbench.Data.Instruments;

namespace Workbench.Data.Importers.Tiingo;

/// <summary>
/// Tiingo's prices in JSON: a list of bars (days of shares, intraday of shares and currencies), or for coins a list of tickers with
/// their bars. Raw prices are stored; a day is a date. Neither the length of bars nor a share's symbol stands in the answer.
/// </summary>
static class TiingoJsonImporter
{
    public const string Source = "tiingo";

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        var files = JsonTapes.Files(job, "tiingo-json");
        var spec = files.Select(path => Look(job, path)).FirstOrDefault(spec => spec is not null)
            ?? throw ImportErrors.NothingToImport(job.Path, "tiingo-json", "no bars in any answer");
        return [Tapes.Bars(job, Source, spec, files, path => Read(job, path, spec))];
    }

    static BarSpec? Look(ImportJob job, string path)
    {
        using var document = JsonTapes.Read(path);
        var bars = Bars(job, document, path);
        return bars.Count > 0 ? JsonTapes.Length(job, bars, path) : null;
    }

    static JsonBarReader? Read(ImportJob job, string path, BarSpec spec)
    {
        var document = JsonTapes.Read(path);
        var bars = Bars(job, document, path);
        if (bars.Count > 0)
        {
            return new JsonBarReader(document, bars, new BarTimes(spec, job.Options.Stamp ?? BarStamp.Open, spec.Unit == BarUnit.Days, job.Instrument.Calendar), job, path);
        }

        document.Dispose();
        return null;
    }

    static List<JsonBar> Bars(ImportJob job, JsonDocument document, string path)
    {
        var rows = document.RootElement.ValueKind == JsonValueKind.Array
            ? document.RootElement
            : throw ImportErrors.BadJson(path, "it is no list of prices");
        if (rows.GetArrayLength() > 0 && JsonNumber.Member(rows[0], "priceData") is { ValueKind: JsonValueKind.Array } coins)
        {
            Check(job, rows[0], path);
            rows = coins;
        }

        return [.. rows.EnumerateArray().Select(row => Bar(job, row, path))];
    }

    static JsonBar Bar(ImportJob job, JsonElement row, string path)
    {
        Check(job, row, path);
        return new JsonBar(JsonTapes.Time(JsonNumber.Member(row, "date"), path),
            JsonNumber.Member(row, "open"), JsonNumber.Member(row, "high"), JsonNumber.Member(row, "low"), JsonNumber.Member(row, "close"), JsonNumber.Member(row, "volume"));
    }

    static void Check(ImportJob job, JsonElement row, string path)
    {
        if (JsonNumber.Member(row, "ticker") is { ValueKind: JsonValueKind.String } ticker
            && ticker.GetString()!.ToUpperInvariant() is var symbol && symbol != job.Instrument.Symbol && InstrumentTable.BuiltIn.TryFind(symbol)?.Symbol != job.Instrument.Symbol)
        {
            throw ImportErrors.OtherInstrument(path, symbol, job.Instrument.Symbol);
        }
    }
}
