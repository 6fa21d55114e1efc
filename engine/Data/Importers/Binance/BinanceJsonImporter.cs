using System.Text.Json;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Binance;

/// <summary>Binance's history in JSON: lists of bars (<c>klines</c>), or of prints that one order made at one price (<c>aggTrades</c>). Neither names its instrument.</summary>
static class BinanceJsonImporter
{
    const string Source = "binance";

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        var kinds = JsonTapes.Files(job, "binance-json").ToLookup(path => Look(job, path));
        var tapes = new List<Tape>();
        if (kinds[Bars.Tick].ToList() is { Count: > 0 } prints)
        {
            tapes.Add(Tapes.Trades(job, Source, prints, path => new BinanceTradeReader(JsonTapes.Read(path), job, path)));
        }

        foreach (var group in kinds.Where(kind => kind.Key is { IsTick: false }).OrderBy(kind => kind.Key!.Value.NominalNanos))
        {
            tapes.Add(Tapes.Bars(job, Source, group.Key!.Value, [.. group], path => Read(job, path, group.Key.Value)));
        }

        return tapes.Count > 0 ? tapes : throw ImportErrors.NothingToImport(job.Path, "binance-json", "no bars and no prints in any answer");
    }

    /// <summary>Length of a file's bars, <see cref="Bars.Tick"/> for prints, null where it is an empty list.</summary>
    static BarSpec? Look(ImportJob job, string path)
    {
        using var document = JsonTapes.Read(path);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Array)
        {
            throw ImportErrors.BadJson(path, "it is no list");
        }

        // A bar's own end tells its length: the millisecond before the next one.
        return root.GetArrayLength() == 0 ? null
            : root[0].ValueKind == JsonValueKind.Object ? Bars.Tick
            : Milliseconds(root[0][6], path) + 1 - Milliseconds(root[0][0], path) is var length and > 0
                && BarSpec.TryParse(length == 86_400_000 ? "1d" : FormattableString.Invariant($"{length / 1000}s"), null, out var spec) ? spec.Of(PriceSource.Last)
            : throw ImportErrors.UnclearBarLength(path, "its first bar is no length that is kept");
    }

    static JsonBarReader Read(ImportJob job, string path, BarSpec spec)
    {
        var document = JsonTapes.Read(path);
        List<JsonBar> bars = [.. document.RootElement.EnumerateArray().Select(row => new JsonBar(Milliseconds(row[0], path) * UtcNanos.Millisecond, row[1], row[2], row[3], row[4], row[5]))];
        return new JsonBarReader(document, bars, new BarTimes(spec, BarStamp.Open, IsDateOnly: false, UtcCalendar.Instance), job, path);
    }

    static long Milliseconds(JsonElement element, string path) =>
        JsonNumber.TryRead(element, 0, out var number, out _) ? number : throw ImportErrors.BadJson(path, "a row has no time");
}
