namespace Workbench.App.Tests.Conformance;

/// <summary>The paper broker.</summary>
public sealed class PaperConformanceTests : ConformanceSuite
{
    internal override Bench Make() => new PaperBench();
}
