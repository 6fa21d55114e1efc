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

    public static Figure Volatility(ReadOnlySpan<double> returns, int periods) =>
        returns.Length < 2 ? Figure.None(TooFew) : Moments.Deviation(returns) * Math.Sqrt(periods);

    /// <summary>Mean over deviation, per period: what the odds of luck are computed from.</summary>
    public static Figure PeriodSharpe(ReadOnlySpan<double> returns)
    {
        if (returns.Length < 2)
        {
            return Figure.None(TooFew);
        }

        var deviation = Moments.Deviation(returns);
        return deviation <= NoSpread ? Figure.None(Flat) : Moments.Mean(returns) / deviation;
    }

    public static Figure Sharpe(ReadOnlySpan<double> returns, int periods) =>
        PeriodSharpe(returns).Then(ratio => ratio * Math.Sqrt(periods));

    public static Figure Sortino(ReadOnlySpan<double> returns, int periods)
    {
        if (returns.Length < 2)
        {
            return Figure.None(TooFew);
        }

        var squares = 0d;
        foreach (var value in returns)
        {
            squares += value < 0d ? value * value : 0d;
        }

        return squares == 0d
            ? Figure.None("no losing day")
            : Moments.Mean(returns) / Math.Sqrt(squares / returns.Length) * Math.Sqrt(periods);
    }

    /// <summary>Bias-corrected skewness, as pandas and Excel compute it.</summary>
    public static Figure Skew(ReadOnlySpan<double> returns)
    {
        var n = (double)returns.Length;
        return n < 3 || Moments.Central(returns, 2) <= NoSpread * NoSpread
            ? Figure.None(n < 3 ? "fewer than three daily returns" : Flat)
            : Moments.PopulationSkewness(returns) * Math.Sqrt(n * (n - 1)) / (n - 2);
    }

    /// <summary>Bias-corrected excess kurtosis, 0 for a normal, as pandas and Excel compute it.</summary>
    public static Figure Kurtosis(ReadOnlySpan<double> returns)
    {
        var n = (double)returns.Length;
        return n < 4 || Moments.Central(returns, 2) <= NoSpread * NoSpread
            ? Figure.None(n < 4 ? "fewer than four daily returns" : Flat)
            : (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * Moments.PopulationKurtosis(returns) - 3 * (n - 1));
    }

    public static Figure Omega(ReadOnlySpan<double> returns)
    {
        var (gains, losses) = GainsAndLosses(returns);
        return losses == 0d ? Figure.None("no losing day") : gains / losses;
    }

    public static Figure GainToPain(ReadOnlySpan<double> returns)
    {
        var (gains, losses) = GainsAndLosses(returns);
        return losses == 0d ? Figure.None("no losing day") : (gains - losses) / losses;
    }

    public static Figure TailRatio(ReadOnlySpan<double> returns)
    {
        if (returns.Length < 20)
        {
            return Figure.None("fewer than twenty daily returns");
        }

        var sorted = Sorted(returns);
        var low = Moments.Quantile(sorted, 0.05);
        return low == 0d ? Figure.None("the 5 % quantile is zero") : Math.Abs(Moments.Quantile(sorted, 0.95) / low);
    }

    /// <summary>The return that a normal with this mean and deviation undercuts on one day in twenty.</summary>
    public static Figure ValueAtRisk(ReadOnlySpan<double> returns) =>
        returns.Length < 2 ? Figure.None(TooFew) : Moments.Mean(returns) + Moments.Deviation(returns) * Gauss.Quantile(0.05);

    /// <summary>Mean of the returns below the value at risk.</summary>
    public static Figure ConditionalValueAtRisk(ReadOnlySpan<double> returns)
    {
        if (ValueAtRisk(returns).Value is not { } limit)
        {
            return Figure.None(TooFew);
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

        return count == 0 ? Figure.None("no day below the value at risk") : sum / count;
    }

    public static Figure Best(ReadOnlySpan<double> returns) => returns.IsEmpty ? Figure.None("no daily return") : Sorted(returns)[^1];

    public static Figure Worst(ReadOnlySpan<double> returns) => returns.IsEmpty ? Figure.None("no daily return") : Sorted(returns)[0];

    /// <summary>Share of winning days among the days that were not flat.</summary>
    public static Figure WinDays(ReadOnlySpan<double> returns)
    {
        var (wins, losses) = (0, 0);
        foreach (var value in returns)
        {
            wins += value > 0d ? 1 : 0;
            losses += value < 0d ? 1 : 0;
        }

        return wins + losses == 0 ? Figure.None("no day with a profit or loss") : (double)wins / (wins + losses);
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
