namespace Workbench.Core;

/// <summary>What an engine offers a strategy; the strategy's own protected members put it into the trader's words.</summary>
interface IStrategyContext
{
    ReplayClock Clock { get; }

    SeededRandom Random { get; }

    IReadOnlyList<Instrument> Instruments { get; }

    IReadOnlyList<Order> OpenOrders { get; }

    decimal Equity { get; }

    decimal Position(Instrument instrument);

    /// <summary>What is held, and what market orders sent and not yet filled will add to it.</summary>
    decimal ExpectedPosition(Instrument instrument);

    (decimal Bid, decimal Ask) Market(Instrument instrument);

    void Add(Indicator indicator, BarSpec timeframe, Instrument instrument, string name);

    void Subscribe(BarSpec timeframe, Instrument instrument);

    /// <summary>One call at <paramref name="at"/>, or one at each multiple of <paramref name="every"/> where that is above 0.</summary>
    void SetTimer(long at, long every, string name);

    Order Send(Instrument instrument, Side side, OrderType type, decimal qty, decimal price, string tag);

    Order Send(NewOrder order);

    OrderList SendList(ContingencyType contingency, NewOrder? entry, NewOrder[] members);

    void Replace(Order order, OrderTerms terms);

    void Cancel(Order order);
}
