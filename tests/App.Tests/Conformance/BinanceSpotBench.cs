using Workbench.Simulators;
using Workbench.Simulators.Binance;
using Workbench.Simulators.Market;

namespace Workbench.App.Tests.Conformance;

/// <summary>Binance spot: what is held is a balance, and the fee of a purchase is taken from it.</summary>
sealed class BinanceSpotBench() : BinanceBench("binance")
{
    const decimal Fee = 0.001m;

    public override decimal Dust => Qty * Fee;

    /// <summary>Spot amends by cancelling and placing anew.</summary>
    public override FaultKind AmendRace => FaultKind.PartialFillThenCancelRace;

    public override IReadOnlyList<string> OwnFaults => [BinanceFaults.ServerShutdown];

    protected override SimExchange Market => Binance.Spot;

    protected override decimal FeesInBase(Seat seat) => seat.Sink.Fills.Where(static fill => fill.Side == Side.Buy).Sum(static fill => fill.Qty * Fee);
}
