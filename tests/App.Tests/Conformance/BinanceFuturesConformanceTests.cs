namespace Workbench.App.Tests.Conformance;

/// <summary>Binance USD-M futures, against their simulator.</summary>
public sealed class BinanceFuturesConformanceTests : ConformanceSuite
{
    internal override Bench Make() => new BinanceFuturesBench();
}
