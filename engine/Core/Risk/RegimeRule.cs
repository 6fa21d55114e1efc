namespace Workbench.Core;

/// <summary>States of a market in which a script may open positions: one of those named of each kind; where none is named, all.</summary>
/// <param name="Trends">States of the trend.</param>
/// <param name="Volatilities">States of volatility.</param>
public sealed record RegimeRule(IReadOnlyList<TrendState> Trends, IReadOnlyList<VolatilityState> Volatilities)
{
    /// <summary>Whether it allows entries in a market in these states.</summary>
    public bool Allows(TrendState trend, VolatilityState volatility) =>
        (Trends.Count == 0 || Trends.Contains(trend)) && (Volatilities.Count == 0 || Volatilities.Contains(volatility));
}
