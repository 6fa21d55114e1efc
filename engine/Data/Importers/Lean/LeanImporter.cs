using Workbench.Data.Conversion;
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
        var factors = job.Options.Adjust is { } file ? FactorFile.Read(file) : null;
        var tapes = new List<Tape>();
        foreach (var group in paths.GroupBy(path => (path.Spec, path.IsQuote)).OrderBy(group => group.Key.Spec.NominalNanos))
        {
            var files = new OrderedDictionary<string, LeanPath>(group
                .OrderBy(path => path.Date).ThenBy(path => path.File, StringComparer.Ordinal)
                .Select(path => KeyValuePair.Create(path.File, path)));
            tapes.AddRange(Of(job, group.Key.Spec, group.Key.IsQuote, files, factors));
        }

        WarnOfCoarsePoint(job, tapes);
        return tapes;
    }

    static IEnumerable<Tape> Of(ImportJob job, BarSpec spec, bool isQuote, OrderedDictionary<string, LeanPath> files, FactorFile? factors)
    {
        var source = AdjustedSource.Of(files.GetAt(0).Value is { Market.Length: > 0 } path ? $"lean {path.Market}" : "lean", factors);
        return (spec.IsTick, isQuote) switch
        {
            (true, true) => [Tapes.Ticks(job, source, [.. files.Keys], file => Open(job, files[file], (csv, row, time) => new LeanQuoteReader(csv, row, time, HasSizes(files[file]), factors)))],
            (true, false) => [Tapes.Trades(job, source, [.. files.Keys], file => Open(job, files[file], (csv, row, time) => new LeanTradeReader(csv, row, time, factors)))],
            (false, true) => [Side(PriceSource.Bid, 1), Side(PriceSource.Ask, 6)],
            (false, false) => [Side(PriceSource.Last, 1)],
        };

        Tape Side(PriceSource price, int first) =>
            Tapes.Bars(job, source, spec.Of(price), [.. files.Keys], file => Open(job, files[file], (csv, row, time) => new LeanBarReader(csv, row, time, first, factors)));
    }

    static TReader? Open<TReader>(ImportJob job, LeanPath path, Func<CsvFile, RowReader, LeanTime, TReader> read)
        where TReader : class
    {
        var zone = ZoneClock.Of(job.Options.TimeZone ?? (path.IsEquity ? "America/New_York" : "UTC"));
        return LeanZip.Open(path.File) is { } csv
            ? read(csv, new RowReader(csv, job, path.IsEquity ? EquityDecimals : 0), new LeanTime(path, zone, job.Instrument.Calendar))
            : null;
    }

    /// <summary>A price of 20 times a factor of seven decimals, rounded to cents, is wrong in the fourth digit.</summary>
    static void WarnOfCoarsePoint(ImportJob job, List<Tape> tapes)
    {
        const int FineEnough = 6;
        if (job.Options.Adjust is not null && job.Instrument.PriceScale < FineEnough)
        {
            tapes.ForEach(tape => tape.Report.Warn(
                $"The adjusted prices are rounded to {job.Instrument.Symbol}'s point of {job.Instrument.FromRaw(1)}; --point 0.00000001 keeps eight decimals."));
        }
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
