using Workbench.Data.Instruments;

namespace Workbench.Data.Providers.Oanda;

/// <summary>What OANDA calls instruments and lengths; an answer holds 5,000 bars at most.</summary>
static class OandaMap
{
    public static string NameOf(Instrument instrument, InstrumentTable names) =>
        names.NameAt("oanda", instrument.Symbol) ?? $"{instrument.BaseCurrency}_{instrument.QuoteCurrency}";

    /// <summary>OANDA's word for a length: the unit stands first.</summary>
    public static string Granularity(BarSpec bars)
    {
        var text = bars.Of(PriceSource.Mid).ToString();
        return bars.Unit == BarUnit.Days ? "D" : char.ToUpperInvariant(text[^1]) + text[..^1];
    }

    public static GridStep StepOf(BarSpec bars) => bars switch
    {
        { Unit: BarUnit.Days } => GridStep.Year,
        { NominalNanos: >= 15 * UtcNanos.Minute } => GridStep.Month,
        { NominalNanos: >= 5 * UtcNanos.Minute } => GridStep.Week,
        { NominalNanos: >= UtcNanos.Minute } => GridStep.Day,
        _ => GridStep.Hour,
    };

    /// <summary>A request for a stretch of time, up to the last bar that is over: OANDA refuses an end in the future. Bid and ask come in one answer.</summary>
    public static Piece Piece(DataWant want, string name, TimeRange range, long over)
    {
        var (from, to) = (UtcNanos.ToIso(range.From), UtcNanos.ToIso(Math.Min(range.To, over)));
        var length = Granularity(want.Bars);
        return new Piece(
            FormattableString.Invariant($"{want.Instrument.Symbol}-{length}-{UtcNanos.ToDateTime(range.From):yyyyMMdd-HH}.json"),
            $"v3/instruments/{name}/candles?price=BA&granularity={length}&from={Uri.EscapeDataString(from)}&to={Uri.EscapeDataString(to)}", range);
    }
}
