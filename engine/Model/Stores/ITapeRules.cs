namespace Workbench.Model;

/// <summary>Port to the rules that data are checked by while a store writes them. A store keeps what they say; it has none of its own.</summary>
public interface ITapeRules
{
    /// <summary>Those of ticks.</summary>
    ITapeJudge<TickBatch> Ticks(Instrument instrument);

    /// <summary>Those of prints.</summary>
    ITapeJudge<TradeBatch> Trades(Instrument instrument);

    /// <summary>Those of bars.</summary>
    ITapeJudge<BarBatch> Bars(Instrument instrument, BarSpec spec);
}
