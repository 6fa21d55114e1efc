namespace Workbench.Core;

/// <summary>One stream of market events of a run. Tapes are merged by time, then by their order in the run.</summary>
public sealed class Tape
{
    Tape(Instrument instrument, IDisposable cursor, BarSpec bars, bool ratesOnly)
    {
        Instrument = instrument;
        Cursor = cursor;
        Bars = bars;
        RatesOnly = ratesOnly;
    }

    /// <summary>What the tape is of.</summary>
    public Instrument Instrument { get; }

    /// <summary>Length and price of its bars, where it holds bars.</summary>
    public BarSpec Bars { get; }

    /// <summary>Whether it only converts currencies: the strategy neither sees nor trades it.</summary>
    public bool RatesOnly { get; }

    /// <summary>The events themselves.</summary>
    internal IDisposable Cursor { get; }

    /// <summary>A tape of quotes.</summary>
    public static Tape OfTicks(ICursor<TickBatch> ticks, bool ratesOnly = false) => new(ticks.Instrument, ticks, default, ratesOnly);

    /// <summary>A tape of prints.</summary>
    public static Tape OfTrades(ICursor<TradeBatch> trades) => new(trades.Instrument, trades, default, ratesOnly: false);

    /// <summary>A tape of order-book changes.</summary>
    public static Tape OfDepth(ICursor<DepthBatch> depth) => new(depth.Instrument, depth, default, ratesOnly: false);

    /// <summary>A tape of stored bars.</summary>
    public static Tape OfBars(ICursor<BarBatch> bars, BarSpec spec, bool ratesOnly = false) => new(bars.Instrument, bars, spec, ratesOnly);
}
