using Workbench.Research.Luck;

namespace Workbench.Research.Compare;

/// <summary>
/// Intervals of the differences between returns of one clock. Blocks of the same periods are drawn for both sides of a pair, so what
/// moves both falls out, and what hangs together in time stays together: the stationary bootstrap of Politis and Romano 1994.
/// </summary>
sealed class PairedBootstrap
{
    const double Tail = 0.025;

    readonly IReadOnlyList<double[]> columns;
    readonly double perYear;
    readonly double[][] sharpes;
    readonly double[][] means;

    /// <param name="columns">Returns of each, over one clock.</param>
    /// <param name="perYear">Periods in a year.</param>
    /// <param name="block">Mean length of a block, periods.</param>
    /// <param name="resamples">How many are drawn.</param>
    /// <param name="seed">Seed of the draws.</param>
    public PairedBootstrap(IReadOnlyList<double[]> columns, double perYear, double block, int resamples, long seed)
    {
        (this.columns, this.perYear) = (columns, perYear);
        sharpes = [.. columns.Select(_ => new double[resamples])];
        means = [.. columns.Select(_ => new double[resamples])];
        var rows = new int[columns[0].Length];
        var bootstrap = new StationaryBootstrap(seed, rows.Length, 1d / Math.Max(1d, block));
        for (var draw = 0; draw < resamples; draw++)
        {
            bootstrap.Draw(rows);
            for (var column = 0; column < columns.Count; column++)
            {
                (means[column][draw], sharpes[column][draw]) = Figures(columns[column], rows);
            }
        }
    }

    /// <summary>Annual Sharpe ratio of one less that of another.</summary>
    public Difference Sharpe(int one, int other) => Between(Figures(columns[one]).Sharpe, Figures(columns[other]).Sharpe, sharpes[one], sharpes[other], Math.Sqrt(perYear));

    /// <summary>Mean return of a year of one less that of another.</summary>
    public Difference Mean(int one, int other) => Between(Figures(columns[one]).Mean, Figures(columns[other]).Mean, means[one], means[other], perYear);

    static Difference Between(double one, double other, double[] ones, double[] others, double annual)
    {
        if (!double.IsFinite(one) || !double.IsFinite(other))
        {
            return Difference.None("one of the two never moved");
        }

        double[] drawn = [.. ones.Zip(others, (a, b) => (a - b) * annual).Where(double.IsFinite)];
        if (drawn.Length < 20)
        {
            return Difference.None("too few resamples in which both moved");
        }

        Array.Sort(drawn);
        var (below, above) = (drawn.Count(value => value <= 0d), drawn.Count(value => value >= 0d));
        var p = Math.Min(1d, 2d * (Math.Min(below, above) + 1) / (drawn.Length + 1));
        return new Difference((one - other) * annual, Moments.Quantile(drawn, Tail), Moments.Quantile(drawn, 1d - Tail), p);
    }

    static (double Mean, double Sharpe) Figures(double[] returns) => Figures(returns, [.. Enumerable.Range(0, returns.Length)]);

    static (double Mean, double Sharpe) Figures(double[] returns, int[] rows)
    {
        var sum = 0d;
        foreach (var row in rows)
        {
            sum += returns[row];
        }

        var (mean, squares) = (sum / rows.Length, 0d);
        foreach (var row in rows)
        {
            squares += (returns[row] - mean) * (returns[row] - mean);
        }

        var deviation = Math.Sqrt(squares / (rows.Length - 1));
        return (mean, deviation > PhaseFigures.NoSpread ? mean / deviation : double.NaN);
    }
}
