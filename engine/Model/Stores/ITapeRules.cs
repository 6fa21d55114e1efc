namespace Workbench.Model;

/// <summary>Port to the rules that data are checked by while a store writes them. A store keeps what they say; it has none of its own.</summary>
public interface ITapeRules
{
    /// <summary>Those of ticks.</summary>
    ITapeJudge<TickBatch> Ticks(Instrument instrument);

    /// <summary>Those of prints.</summary>
    ITapeJudge<TradeBatch> Trades(Instrument instrument);

    /// <summary>Those of bars.</summary>
    /// <param name="instrument">What they are of.</param>
    /// <param name="spec">Their length and price.</param>
    /// <param name="actions">Its dividends and splits; null where none are known.</param>
    ITapeJudge<BarBatch> Bars(Instrument instrument, BarSpec spec, ActionTable? actions);
}
