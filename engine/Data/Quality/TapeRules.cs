namespace Workbench.Data.Quality;

/// <summary>The house's rules, for stores that do not know them.</summary>
public sealed class TapeRules : ITapeRules
{
    /// <inheritdoc/>
    public ITapeJudge<TickBatch> Ticks(Instrument instrument) => new TapeJudge<TickBatch>(new TickCheck(instrument));

    /// <inheritdoc/>
    public ITapeJudge<TradeBatch> Trades(Instrument instrument) => new TapeJudge<TradeBatch>(new TradeCheck(instrument));

    /// <inheritdoc/>
    public ITapeJudge<BarBatch> Bars(Instrument instrument, BarSpec spec, ActionTable? actions) => new TapeJudge<BarBatch>(new BarCheck(instrument, spec, actions));
}
