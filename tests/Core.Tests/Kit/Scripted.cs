namespace Workbench.Core.Tests.Kit;

/// <summary>A strategy out of lambdas, its words open to the test. It sees no ticks; <see cref="TickScripted"/> does.</summary>
class Scripted : Strategy
{
    public Action<Scripted>? Started { get; init; }

    public Action<Scripted, Bar>? Barred { get; init; }

    public Action<Scripted, Trade>? Printed { get; init; }

    public Action<Scripted, OrderBook>? Booked { get; init; }

    public Action<Scripted, string>? Timed { get; init; }

    public Action<Scripted, Order, ExecutionReport>? Executed { get; init; }

    public Action<Scripted>? Stopped { get; init; }

    public new DateTime Now => base.Now;

    public new SeededRandom Random => base.Random;

    public new decimal Equity => base.Equity;

    public new IReadOnlyList<Order> OpenOrders => base.OpenOrders;

    public new IReadOnlyList<Instrument> Instruments => base.Instruments;

    /// <summary>Now in nanoseconds.</summary>
    public long Nanos => Clock.GetTimestamp();

    public override void OnStart() => Started?.Invoke(this);

    public override void OnBar(in Bar bar) => Barred?.Invoke(this, bar);

    public override void OnTrade(in Trade trade) => Printed?.Invoke(this, trade);

    public override void OnBook(OrderBook book) => Booked?.Invoke(this, book);

    public override void OnTimer(string name) => Timed?.Invoke(this, name);

    public override void OnExecution(Order order, in ExecutionReport report) => Executed?.Invoke(this, order, report);

    public override void OnStop() => Stopped?.Invoke(this);

    public new decimal Position(Instrument? instrument = null) => base.Position(instrument);

    public new (decimal Bid, decimal Ask) Market(Instrument? instrument = null) => base.Market(instrument);

    public new TIndicator Add<TIndicator>(TIndicator indicator, BarSpec timeframe, Instrument? instrument = null, string? name = null)
        where TIndicator : Indicator => base.Add(indicator, timeframe, instrument, name);

    public new void Subscribe(BarSpec timeframe, Instrument? instrument = null) => base.Subscribe(timeframe, instrument);

    public new void SetTimer(DateTime utc, string name) => base.SetTimer(utc, name);

    public new void SetTimer(TimeSpan every, string name) => base.SetTimer(every, name);

    public new Order Buy(decimal qty, Instrument? instrument = null, string tag = "") => base.Buy(qty, instrument, tag);

    public new Order Sell(decimal qty, Instrument? instrument = null, string tag = "") => base.Sell(qty, instrument, tag);

    public new Order BuyLimit(decimal qty, decimal price, Instrument? instrument = null, string tag = "") => base.BuyLimit(qty, price, instrument, tag);

    public new Order SellLimit(decimal qty, decimal price, Instrument? instrument = null, string tag = "") => base.SellLimit(qty, price, instrument, tag);

    public new Order BuyStop(decimal qty, decimal stopPx, Instrument? instrument = null, string tag = "") => base.BuyStop(qty, stopPx, instrument, tag);

    public new Order SellStop(decimal qty, decimal stopPx, Instrument? instrument = null, string tag = "") => base.SellStop(qty, stopPx, instrument, tag);

    public new Order Send(NewOrder order) => base.Send(order);

    public new OrderList SendBracket(NewOrder entry, params NewOrder[] exits) => base.SendBracket(entry, exits);

    public new OrderList SendOneCancelsOther(params NewOrder[] orders) => base.SendOneCancelsOther(orders);

    public new void Amend(Order order, decimal? qty = null, decimal? price = null, decimal? stopPx = null) => base.Amend(order, qty, price, stopPx);

    public new void Cancel(Order order) => base.Cancel(order);

    public new void CancelAll(Instrument? instrument = null) => base.CancelAll(instrument);

    public new Order? TargetPosition(decimal qty, Instrument? instrument = null, string tag = "") => base.TargetPosition(qty, instrument, tag);
}
