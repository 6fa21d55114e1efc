namespace Workbench.Research;

/// <summary>Figures of a series of daily returns. The formulas are pinned in <see cref="MetricCatalog"/>; risk-free rate 0.</summary>
public static class ReturnFormulas
{
    const string TooFew = "fewer than two daily returns";
    const string Flat = "daily returns do not vary";

    /// <summary>A spread below this is rounding noise of equal numbers.</summary>
    const double NoSpread = 1e-15;

    /// <summary>All returns compounded.</summary>
    public static double Compounded(ReadOnlySpan<double> returns)
    {
        var wealth = 1d;
        foreach (var value in returns)
        {
            wealth *= 1d + value;
        }

        return wealth - 1d;
    }

    public static MetricValue Volatility(ReadOnlySpan<double> returns, int periods) =>
        returns.Length < 2 ? MetricValue.None(TooFew) : Moments.Deviation(returns) * Math.Sqrt(periods);

    /// <summary>Mean over deviation, per period: what the odds of luck are computed from.</summary>
    public static MetricValue PeriodSharpe(ReadOnlySpan<double> returns)
    {
        if (returns.Length < 2)
        {
            return MetricValue.None(TooFew);
        }

        var deviation = Moments.Deviation(returns);
        return deviation <= NoSpread ? MetricValue.None(Flat) : Moments.Mean(returns) / deviation;
    }

    public static MetricValue Sharpe(ReadOnlySpan<double> returns, int periods) =>
        PeriodSharpe(returns).Then(ratio => ratio * Math.Sqrt(periods));

    public static MetricValue Sortino(ReadOnlySpan<double> returns, int periods)
    {
        if (returns.Length < 2)
        {
            return MetricValue.None(TooFew);
        }

        var squares = 0d;
        foreach (var value in returns)
        {
            squares += value < 0d ? value * value : 0d;
        }

        return squares == 0d
            ? MetricValue.None("no losing day")
            : Moments.Mean(returns) / Math.Sqrt(squares / returns.Length) * Math.Sqrt(periods);
    }

    /// <summary>Bias-corrected skewness, as pandas and Excel compute it.</summary>
    public static MetricValue Skew(ReadOnlySpan<double> returns)
    {
        var n = (double)returns.Length;
        return n < 3 || Moments.Central(returns, 2) <= NoSpread * NoSpread
            ? MetricValue.None(n < 3 ? "fewer than three daily returns" : Flat)
            : Moments.PopulationSkewness(returns) * Math.Sqrt(n * (n - 1)) / (n - 2);
    }

    /// <summary>Bias-corrected excess kurtosis, 0 for a normal, as pandas and Excel compute it.</summary>
    public static MetricValue Kurtosis(ReadOnlySpan<double> returns)
    {
        var n = (double)returns.Length;
        return n < 4 || Moments.Central(returns, 2) <= NoSpread * NoSpread
            ? MetricValue.None(n < 4 ? "fewer than four daily returns" : Flat)
            : (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * Moments.PopulationKurtosis(returns) - 3 * (n - 1));
    }

    public static MetricValue Omega(ReadOnlySpan<double> returns)
    {
        var (gains, losses) = GainsAndLosses(returns);
        return losses == 0d ? MetricValue.None("no losing day") : gains / losses;
    }

    public static MetricValue GainToPain(ReadOnlySpan<double> returns)
    {
        var (gains, losses) = GainsAndLosses(returns);
        return losses == 0d ? MetricValue.None("no losing day") : (gains - losses) / losses;
    }

    public static MetricValue TailRatio(ReadOnlySpan<double> returns)
    {
        if (returns.Length < 20)
        {
            return MetricValue.None("fewer than twenty daily returns");
        }

        var sorted = Sorted(returns);
        var low = Moments.Quantile(sorted, 0.05);
        return low == 0d ? MetricValue.None("the 5 % quantile is zero") : Math.Abs(Moments.Quantile(sorted, 0.95) / low);
    }

    /// <summary>The return that a normal with this mean and deviation undercuts on one day in twenty.</summary>
    public static MetricValue ValueAtRisk(ReadOnlySpan<double> returns) =>
        returns.Length < 2 ? MetricValue.None(TooFew) : Moments.Mean(returns) + Moments.Deviation(returns) * Gauss.Quantile(0.05);

    /// <summary>Mean of the returns below the value at risk.</summary>
    public static MetricValue ConditionalValueAtRisk(ReadOnlySpan<double> returns)
    {
        if (ValueAtRisk(returns).Value is not { } limit)
        {
            return MetricValue.None(TooFew);
        }

        var (sum, count) = (0d, 0);
        foreach (var value in returns)
        {
            if (value < limit)
            {
                sum += value;
                count++;
            }
        }

        return count == 0 ? MetricValue.None("no day below the value at risk") : sum / count;
    }

    public static MetricValue Best(ReadOnlySpan<double> returns) => returns.IsEmpty ? MetricValue.None("no daily return") : Sorted(returns)[^1];

    public static MetricValue Worst(ReadOnlySpan<double> returns) => returns.IsEmpty ? MetricValue.None("no daily return") : Sorted(returns)[0];

    /// <summary>Share of winning days among the days that were not flat.</summary>
    public static MetricValue WinDays(ReadOnlySpan<double> returns)
    {
        var (wins, losses) = (0, 0);
        foreach (var value in returns)
        {
            wins += value > 0d ? 1 : 0;
            losses += value < 0d ? 1 : 0;
        }

        return wins + losses == 0 ? MetricValue.None("no day with a profit or loss") : (double)wins / (wins + losses);
    }

    static (double Gains, double Losses) GainsAndLosses(ReadOnlySpan<double> returns)
    {
        var (gains, losses) = (0d, 0d);
        foreach (var value in returns)
        {
            gains += Math.Max(value, 0d);
            losses += Math.Max(-value, 0d);
        }

        return (gains, losses);
    }

    static double[] Sorted(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}
