namespace Workbench.App.Tests.Conformance;

/// <summary>Binance spot, against its simulator.</summary>
public sealed class BinanceSpotConformanceTests : ConformanceSuite
{
    internal override Bench Make() => new BinanceSpotBench();
}
