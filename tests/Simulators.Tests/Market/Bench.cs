using Workbench.Simulators.Market;

namespace Workbench.Simulators.Tests.Market;

/// <summary>An exchange with one instrument, quoted 99.9 / 100.1 with 5 on each side, and two accounts of each kind.</summary>
sealed class Bench
{
    public const string Symbol = "ABCUSD";

    public Bench(int depth = 1)
    {
        Exchange = new SimExchange(Time, [new SimInstrument(Symbol, "ABC", "USD", 0.1m, 0.1m, 0.1m, 100m) { TakerFee = 0.001m }],
            new SimExchangeOptions { Depth = depth });
        var funds = new Dictionary<string, decimal> { ["USD"] = 10_000m, ["ABC"] = 50m };
        Exchange.OpenAccount("spot", SimAccountKind.Spot, funds);
        Exchange.OpenAccount("other", SimAccountKind.Spot, funds);
        Exchange.OpenAccount("margin", SimAccountKind.Netting, new Dictionary<string, decimal> { ["USD"] = 1_000m }, "USD", 10);
        Quote(99.9m, 100.1m);
        Exchange.Subscribe(Events.Add);
    }

    public ManualTime Time { get; } = new();

    public SimExchange Exchange { get; }

    public List<SimEvent> Events { get; } = [];

    public string Told => string.Join(' ', Events.Where(each => each is not (QuoteChanged or Printed)).Select(each => each.GetType().Name["Order".Length..]));

    public void Quote(decimal bid, decimal ask, decimal bidSize = 5, decimal askSize = 5) => Exchange.Quote(Symbol, bid, ask, bidSize, askSize);

    public SimTicket Ticket(SimSide side, SimOrderKind kind, decimal qty, decimal? price = null, string account = "spot") =>
        new(account, Guid.NewGuid().ToString("n"), Symbol, side, kind, qty) { Price = price };

    public SimOrder Limit(SimSide side, decimal qty, decimal price, string account = "spot") =>
        Place(Ticket(side, SimOrderKind.Limit, qty, price, account));

    public SimOrder Market(SimSide side, decimal qty, string account = "spot") => Place(Ticket(side, SimOrderKind.Market, qty, account: account));

    public SimOrder Place(SimTicket ticket)
    {
        var result = Exchange.Place(ticket);
        Assert.Equal(SimRefusal.None, result.Refusal);
        return result.Order!;
    }

    public SimOrder Now(SimOrder order) => Exchange.Find(order.Id)!;
}
