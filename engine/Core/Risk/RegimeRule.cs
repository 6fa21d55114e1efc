namespace Workbench.Core;

/// <summary>States of a market in which a script may open positions: one of those named of each kind; where none is named, all.</summary>
/// <param name="Trends">States of the trend.</param>
/// <param name="Volatilities">States of volatility.</param>
public sealed record RegimeRule(IReadOnlyList<TrendState> Trends, IReadOnlyList<VolatilityState> Volatilities)
{
    /// <summary>Reads states by their words: <c>up</c>, <c>down</c>, <c>range</c>, <c>low</c>, <c>normal</c>, <c>high</c>.</summary>
    /// <exception cref="FormatException">A word is none of those.</exception>
    public static RegimeRule Parse(IReadOnlyList<string> words)
    {
        var (trends, volatilities) = (new List<TrendState>(), new List<VolatilityState>());
        foreach (var word in words)
        {
            if (word is "low" or "normal" or "high")
            {
                volatilities.Add(ModelText.Name<VolatilityState>("state", word));
            }
            else if (word is "up" or "down" or "range")
            {
                trends.Add(ModelText.Name<TrendState>("state", word));
            }
            else
            {
                throw new FormatException($"'{word}' is no state of a market; known are up, down, range, low, normal, high.");
            }
        }

        return new RegimeRule(trends, volatilities);
    }

    /// <summary>Whether it allows entries in a market in these states.</summary>
    public bool Allows(TrendState trend, VolatilityState volatility) =>
        (Trends.Count == 0 || Trends.Contains(trend)) && (Volatilities.Count == 0 || Volatilities.Contains(volatility));
}
