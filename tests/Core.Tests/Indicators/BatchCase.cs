namespace Workbench.Core.Tests.Indicators;

/// <summary>An indicator, the bar that makes it ready, and its definition over a whole history.</summary>
sealed record BatchCase(Func<Indicator> Make, int WarmUp, Func<Series, double[]> Definition, Func<Indicator, double>? Line = null, string Named = "Value")
{
    public override string ToString() => $"{Make()}.{Named}";
}
