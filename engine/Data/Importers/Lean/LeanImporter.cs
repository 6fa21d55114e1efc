using Workbench.Data.Importers.Text;
using Workbench.Data.Instruments;

namespace Workbench.Data.Importers.Lean;

/// <summary>
/// QuantConnect's layout: zips of one CSV, whose path says what they hold. Prices of shares are × 10,000 and their times
/// New York's; all else is UTC unless <c>--tz</c> says otherwise (the FXCM ticks need <c>--tz UTC-5</c>).
/// </summary>
static class LeanImporter
{
    const int EquityDecimals = 4;

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        var paths = OfInstrument(job, Find(job.Path));
        var tapes = new List<Tape>();
        foreach (var group in paths.GroupBy(path => (path.Spec, path.IsQuote)).OrderBy(group => group.Key.Spec.NominalNanos))
        {
            var files = new OrderedDictionary<string, LeanPath>(group
                .OrderBy(path => path.Date).ThenBy(path => path.File, StringComparer.Ordinal)
                .Select(path => KeyValuePair.Create(path.File, path)));
            tapes.AddRange(Of(job, group.Key.Spec, group.Key.IsQuote, files));
        }

        return tapes;
    }

    static IEnumerable<Tape> Of(ImportJob job, BarSpec spec, bool isQuote, OrderedDictionary<string, LeanPath> files)
    {
        var source = files.GetAt(0).Value is { Market.Length: > 0 } path ? $"lean {path.Market}" : "lean";
        return (spec.IsTick, isQuote) switch
        {
            (true, true) => [Tapes.Ticks(job, source, [.. files.Keys], file => Open(job, files[file], (csv, row, time) => new LeanQuoteReader(csv, row, time, HasSizes(files[file]))))],
            (true, false) => [Tapes.Trades(job, source, [.. files.Keys], file => Open(job, files[file], (csv, row, time) => new LeanTradeReader(csv, row, time)))],
            (false, true) => [Side(PriceSource.Bid, 1), Side(PriceSource.Ask, 6)],
            (false, false) => [Side(PriceSource.Last, 1)],
        };

        Tape Side(PriceSource price, int first) =>
            Tapes.Bars(job, source, spec.Of(price), [.. files.Keys], file => Open(job, files[file], (csv, row, time) => new LeanBarReader(csv, row, time, first)));
    }

    static TReader? Open<TReader>(ImportJob job, LeanPath path, Func<CsvFile, RowReader, LeanTime, TReader> read)
        where TReader : class
    {
        var zone = ZoneClock.Of(job.Options.TimeZone ?? (path.IsEquity ? "America/New_York" : "UTC"));
        return LeanZip.Open(path.File) is { } csv
            ? read(csv, new RowReader(csv, job, path.IsEquity ? EquityDecimals : 0), new LeanTime(path, zone, job.Instrument.Calendar))
            : null;
    }

    static bool HasSizes(LeanPath path) => !path.Market.StartsWith("forex", StringComparison.Ordinal) && !path.Market.StartsWith("cfd", StringComparison.Ordinal);

    static List<LeanPath> Find(string path)
    {
        var files = File.Exists(path) ? [Path.GetFullPath(path)] : Directory.EnumerateFiles(Path.GetFullPath(path), "*.zip", SearchOption.AllDirectories);
        var found = files.Select(LeanPath.Parse).OfType<LeanPath>().ToList();
        return found.Count > 0
            ? found
            : throw ImportErrors.NothingToImport(path, "lean", "no files like forex/oanda/tick/eurusd/20140501_quote.zip or equity/usa/daily/spy.zip");
    }

    static List<LeanPath> OfInstrument(ImportJob job, List<LeanPath> found)
    {
        var own = found.Where(path => path.Symbol == job.Instrument.Symbol || InstrumentTable.BuiltIn.TryFind(path.Symbol)?.Symbol == job.Instrument.Symbol).ToList();
        if (own.Count == 0)
        {
            var symbols = found.Select(path => path.Symbol).Distinct().Order(StringComparer.Ordinal).ToList();
            throw symbols.Count == 1 ? ImportErrors.OtherInstrument(job.Path, symbols[0], job.Instrument.Symbol) : ImportErrors.SeveralInstruments(job.Path, symbols);
        }

        var markets = own.Select(path => path.Market).Distinct().Order(StringComparer.Ordinal).ToList();
        return markets.Count == 1 ? own : throw ImportErrors.SeveralInstruments(job.Path, markets.Select(market => $"{job.Instrument.Symbol} of {market}"));
    }
}
