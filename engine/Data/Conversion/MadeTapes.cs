using Workbench.Data.Importers;

namespace Workbench.Data.Conversion;

/// <summary>Tapes made of other tapes, unread as those are. A file that holds bids and asks is read once for each, and counted twice.</summary>
static class MadeTapes
{
    /// <summary>Ticks of bid and ask bars, else of the one tape of trades or mids there is, then without spread.</summary>
    /// <exception cref="WorkbenchException">The bars are of several lengths, or one side is missing.</exception>
    public static Tape Ticks(string path, IReadOnlyList<Tape> bars, BarPath way, ImportOptions options)
    {
        CheckLength(path, bars);
        var (bid, ask) = (Of(bars, PriceSource.Bid), Of(bars, PriceSource.Ask));
        if (bid is null || ask is null)
        {
            (bid, ask) = (Of(bars, PriceSource.Last) ?? Of(bars, PriceSource.Mid), null);
        }

        if (bid is null)
        {
            throw ConversionErrors.NothingToMakeOf(path, "bid and ask, or of trades", bars.Select(tape => tape.Name));
        }

        Tape[] used = ask is null ? [bid] : [bid, ask];
        var report = new ImportReport();
        var log = Log(used, options, report);
        return new Tape(new TicksOfBars(bid.Bars!, ask?.Bars, way, new TickGate(log), () => Finish(log, bars, used)), report, Source(bid, way));
    }

    /// <summary>Prints of bars of trades.</summary>
    /// <exception cref="WorkbenchException">The bars are of several lengths, or none is of trades.</exception>
    public static Tape Trades(string path, IReadOnlyList<Tape> bars, BarPath way, ImportOptions options)
    {
        CheckLength(path, bars);
        var trades = Of(bars, PriceSource.Last) ?? throw ConversionErrors.NothingToMakeOf(path, "trades", bars.Select(tape => tape.Name));
        var report = new ImportReport();
        var log = Log([trades], options, report);
        return new Tape(new TradesOfBars(trades.Bars!, way, new TradeGate(log), () => Finish(log, bars, [trades])), report, Source(trades, way));
    }

    static GateLog Log(Tape[] used, ImportOptions options, ImportReport report) => new(options, report, used[0].Bars!.Instrument.Calendar)
    {
        File = string.Join(" and ", used.Select(tape => tape.Name)) + " bars,",
    };

    /// <summary>The made tape is judged first, so that its sentences speak of its own events; then comes what the bars' gates had to say.</summary>
    static void Finish(GateLog log, IReadOnlyList<Tape> bars, Tape[] used)
    {
        log.Finish();
        foreach (var tape in used)
        {
            log.Report.Absorb(tape.Report);
        }

        foreach (var tape in bars.Except(used))
        {
            log.Report.Warn($"The {tape.Name} bars beside them were not needed.");
        }
    }

    static string Source(Tape bars, BarPath way) => $"{bars.Source} made of {bars.Spec.Of(PriceSource.Mid)} {way.ToString().ToLowerInvariant()}";

    static Tape? Of(IReadOnlyList<Tape> bars, PriceSource price) => bars.FirstOrDefault(tape => tape.Spec.Price == price);

    static void CheckLength(string path, IReadOnlyList<Tape> bars)
    {
        var lengths = bars.Select(tape => tape.Spec.Of(PriceSource.Mid).ToString()).Distinct().ToList();
        if (lengths.Count > 1)
        {
            throw ConversionErrors.SeveralLengths(path, lengths);
        }
    }
}
