using Workbench.Simulators;
using Workbench.Simulators.Oanda;

namespace Workbench.App.Tests.Conformance;

/// <summary>OANDA: a dealer who fills a waiting order whole or not at all.</summary>
sealed class OandaBench : VenueBench
{
    readonly OandaOptions options = new() { Tradeable = [OandaInstruments.EurUsd], HistoryMinutes = 1, LeastDepth = 0m };

    public override decimal Qty => 10_000m;

    public override decimal TooMuch => 50_000_000m;

    public override decimal Step => 0.0010m;

    public override decimal Size => 10_000_000m;

    public override bool FillsInParts => false;

    protected override string Name => "oanda";

    protected override string Symbol => "EURUSD";

    protected override string Currency => "USD";

    protected override (decimal Bid, decimal Ask) FirstPrice => (1.08500m, 1.08512m);

    protected override VenueKeys Keys => new() { Venue = Name, Name = "sim", Environment = "sim", Key = options.ApiKey, Account = options.AccountID };

    public override IReadOnlyList<string> OwnFaults => OandaFaults.All;

    public override void Arm(string ownFault) => Simulator.Faults.Arm(new Fault(FaultKind.Venue, Name: ownFault));

    public override bool Deposit(decimal amount)
    {
        ((OandaSimulator)Simulator).Account.Transfer(amount);
        return true;
    }

    public override void FillPart(string name, decimal qty) => throw new InvalidOperationException("OANDA fills no part of a waiting order.");

    protected override async Task<SimulatorHost> Simulate() => await OandaSimulator.Start(options);

    protected override void QuoteAtVenue(decimal bid, decimal ask, decimal size) => ((OandaSimulator)Simulator).Quote("EUR_USD", bid, ask, size);
}
