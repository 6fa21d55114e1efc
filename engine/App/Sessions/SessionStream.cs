using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>One stream of a session: of what, and what kind.</summary>
/// <param name="Kind">Ticks, trades, bars or depth.</param>
/// <param name="Bars">Length of its bars; empty elsewhere.</param>
/// <param name="RatesOnly">Whether it only converts currencies.</param>
/// <param name="Instrument">The instrument.</param>
sealed record SessionStream(DataKind Kind, string Bars, bool RatesOnly, SessionInstrument Instrument)
{
    /// <summary>As the engine takes it.</summary>
    public Tape ToTape(Instrument instrument) => Tape.Live(instrument, Kind, Bars.Length == 0 ? default : BarSpec.Parse(Bars, null), RatesOnly);
}
