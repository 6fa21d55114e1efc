using Workbench.Simulators.Binance;
using Workbench.Simulators.Market;

namespace Workbench.App.Tests.Conformance;

/// <summary>Binance USD-M futures.</summary>
sealed class BinanceFuturesBench() : BinanceBench("binance-futures")
{
    public override TimeSpan ShortestLife => TimeSpan.FromMinutes(20);

    public override IReadOnlyList<string> OwnFaults => [BinanceFaults.ThrottledButAlive, BinanceFaults.ListenKeyExpired, BinanceFaults.ServerShutdown];

    protected override SimExchange Market => Binance.Futures;
}
