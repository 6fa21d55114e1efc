using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>One stream of a session: of what, and what kind.</summary>
/// <param name="Kind">Ticks, trades, bars, depth, or notices such as news.</param>
/// <param name="Bars">Length of its bars; empty elsewhere.</param>
/// <param name="RatesOnly">Whether it only converts currencies.</param>
/// <param name="Instrument">The instrument.</param>
sealed record SessionStream(DataKind Kind, string Bars, bool RatesOnly, SessionInstrument Instrument)
{
    /// <summary>As the engine takes it.</summary>
    public Tape ToTape(Instrument instrument) => Tape.Live(instrument, Kind, Spec(), RatesOnly);

    /// <summary>Length and price of its bars; default elsewhere.</summary>
    public BarSpec Spec() => Bars.Length == 0 ? default : BarSpec.Parse(Bars, null);

    /// <summary>Whether the lake holds something of it within a stretch.</summary>
    public bool IsStored(IHistory history, TimeRange range)
    {
        try
        {
            return history.Describe(history.Instrument(Instrument.Symbol), Kind, Spec(), range).Count > 0;
        }
        catch (WorkbenchException)
        {
            return false;
        }
    }
}
