namespace Workbench.App.Tests.Conformance;

/// <summary>OANDA, against its simulator.</summary>
public sealed class OandaConformanceTests : ConformanceSuite
{
    internal override Bench Make() => new OandaBench();
}
