using Workbench.Data.Quality;
using Workbench.Model;

namespace Workbench.App;

/// <summary>One tape that is to be checked.</summary>
/// <param name="Store">The store that holds it.</param>
/// <param name="Instrument">What it is of.</param>
/// <param name="Kind">Ticks, trades or bars.</param>
/// <param name="Bars">Of bars their length and price.</param>
sealed record DataCheck(IMarketStore Store, Instrument Instrument, DataKind Kind, BarSpec Bars)
{
    /// <summary>The tape's kind, as stores write it.</summary>
    public string Name => Kind.Name(Bars);

    /// <summary>The tape that words name; without a kind the finest there is.</summary>
    public static DataCheck Of(IMarketStore store, string words)
    {
        var asked = DataRequest.Parse(words);
        var instrument = store.Instrument(asked.Symbol);
        if (asked.Kind is { } kind)
        {
            return new DataCheck(store, instrument, kind, TapeRack.AsStored(store, instrument, asked.Bars));
        }

        return store.List().Where(entry => entry.Data.Instrument == instrument.Symbol).Select(entry => Of(store, entry)).OfType<DataCheck>().MinBy(tape => tape.Fineness)
            ?? throw CliErrors.NoData(instrument.Symbol, "");
    }

    /// <summary>A tape of a store's list; null for a kind that no rules are for.</summary>
    public static DataCheck? Of(IMarketStore store, StoreEntry entry) => entry.Data.Kind switch
    {
        "ticks" => new DataCheck(store, store.Instrument(entry.Data.Instrument), DataKind.Ticks, default),
        "trades" => new DataCheck(store, store.Instrument(entry.Data.Instrument), DataKind.Trades, default),
        var bars => BarSpec.TryParse(bars, null, out var spec) ? new DataCheck(store, store.Instrument(entry.Data.Instrument), DataKind.Bars, spec) : null,
    };

    /// <summary>Its prices, one a minute.</summary>
    public IEnumerable<MinutePrice> Minutes(TimeRange range) => Kind switch
    {
        DataKind.Ticks => MinutePrices.Of(Store.Ticks(Instrument, range)),
        DataKind.Trades => MinutePrices.Of(Store.Trades(Instrument, range)),
        _ => MinutePrices.Of(Store.Bars(Instrument, Bars, range)),
    };

    /// <summary>Reads it, judges it, and keeps the verdicts.</summary>
    /// <param name="range">Which days to tell of.</param>
    /// <param name="against">A second source to compare it with; null for none.</param>
    /// <param name="watch">Told how many events were read.</param>
    /// <param name="notKept">Told why verdicts could not be kept.</param>
    public QualityReport Run(TimeRange range, SecondSource? against, Action<long> watch, Action<WorkbenchException> notKept)
    {
        var check = new StoreCheck(Store, Instrument, Kind, Bars);
        var report = check.Run(range, watch, notKept);
        if (against is null)
        {
            return report.With(check.Comparisons(range));
        }

        var found = Comparison.Of(Instrument, Minutes(range), against.Tape.Minutes(Wider(range)), against.Name);
        try
        {
            check.KeepComparison(range, against.Name, found.Findings);
        }
        catch (WorkbenchException refusal)
        {
            notKept(refusal);
        }

        return report.With(found.Findings);
    }

    // Minutes that belong to the range's ends may be stamped a day off.
    static TimeRange Wider(TimeRange range) => new(
        range.From < long.MinValue + UtcNanos.Day ? range.From : range.From - UtcNanos.Day,
        range.To > long.MaxValue - UtcNanos.Day ? range.To : range.To + UtcNanos.Day);

    long Fineness => Kind switch
    {
        DataKind.Ticks => -1,
        DataKind.Trades => long.MaxValue,
        _ => Bars.NominalNanos,
    };
}
