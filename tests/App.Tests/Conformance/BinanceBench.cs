using System.Globalization;
using Workbench.Simulators;
using Workbench.Simulators.Binance;
using Workbench.Simulators.Market;

namespace Workbench.App.Tests.Conformance;

/// <summary>One of Binance's markets.</summary>
abstract class BinanceBench(string name) : VenueBench
{
    public override decimal Qty => 0.020m;

    public override decimal TooMuch => 50m;

    public override decimal Step => 10m;

    public override decimal Size => 100m;

    protected override string Name => name;

    protected override string Symbol => "BTCUSDT";

    protected override string Currency => "USDT";

    protected override (decimal Bid, decimal Ask) FirstPrice => (59_999.0m, 60_000.0m);

    protected override VenueKeys Keys => new() { Venue = Name, Name = "sim", Environment = "sim", Key = "sim-key", Secret = "sim-secret" };

    protected abstract SimExchange Market { get; }

    protected BinanceSimulator Binance => (BinanceSimulator)Simulator;

    public override Trail SixSteps => Trail.Percent(0.1m);

    public override void Arm(string ownFault) => Simulator.Faults.Arm(new Fault(FaultKind.Venue, Name: ownFault));

    public override void FillPart(string name, decimal qty) =>
        Market.Hit(long.Parse(OpenOrders().First(order => order.ClOrdId == IdOf(name)).VenueOrderId, CultureInfo.InvariantCulture), qty);

    protected override async Task<SimulatorHost> Simulate() => await BinanceSimulator.Start();

    protected override void QuoteAtVenue(decimal bid, decimal ask, decimal size) => Market.Quote(Symbol, bid, ask, size, size);
}
