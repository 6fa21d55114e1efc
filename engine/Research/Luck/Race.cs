namespace Workbench.Research.Luck;

/// <summary>Variants that race for the best mean, with what a bootstrap needs of them: means, and the error of each mean.</summary>
sealed class Race
{
    Race(IReadOnlyList<double[]> columns, double block)
    {
        (Columns, Rows, Block) = (columns, columns[0].Length, block);
        Means = [.. columns.Select(column => Moments.Mean(column))];
        Errors = new double[columns.Count];
        var kernel = Kernel(Rows, block);
        for (var k = 0; k < Errors.Length; k++)
        {
            Errors[k] = LongRunDeviation(columns[k], Means[k], kernel);
        }
    }

    Race(Race race, double[] means) => (Columns, Rows, Block, Means, Errors) = (race.Columns, race.Rows, race.Block, means, race.Errors);

    /// <summary>Returns of each variant.</summary>
    public IReadOnlyList<double[]> Columns { get; }

    public int Rows { get; }

    /// <summary>Mean length of the blocks.</summary>
    public double Block { get; }

    public double[] Means { get; }

    /// <summary>Deviation of √T times each mean: Hansen's ω. The deviation of the returns where blocks are single rows.</summary>
    public double[] Errors { get; }

    /// <summary>Variants that move, over the same periods.</summary>
    public static Race Of(IReadOnlyList<double[]> columns, double block) => new(columns, block);

    /// <summary>The same race had one variant earned so much more in each period. Its columns are as they were.</summary>
    public Race Shifted(int column, double by)
    {
        double[] means = [.. Means];
        means[column] += by;
        return new Race(this, means);
    }

    /// <summary>Weights of the lags in the variance that a stationary bootstrap gives a mean; ends where they vanish.</summary>
    static double[] Kernel(int rows, double block)
    {
        var (stay, weights) = (1 - 1 / block, new double[rows]);
        for (var lag = 1; lag < rows; lag++)
        {
            var share = (double)lag / rows;
            weights[lag] = (1 - share) * Math.Pow(stay, lag) + share * Math.Pow(stay, rows - lag);
        }

        return weights;
    }

    static double LongRunDeviation(double[] column, double mean, double[] kernel)
    {
        // A weight so small changes no digit of the sum.
        const double Nothing = 1e-18;

        var centred = Array.ConvertAll(column, value => value - mean);
        var rows = column.Length;
        var alone = Lanes.Dot(centred, centred) / rows;
        var variance = alone;
        for (var lag = 1; lag < rows; lag++)
        {
            if (kernel[lag] > Nothing)
            {
                variance += 2 * kernel[lag] * Lanes.Dot(centred.AsSpan(lag), centred.AsSpan(0, rows - lag)) / rows;
            }
        }

        // Never negative but by rounding: a quarter of nothing would make any mean a wonder.
        return Math.Sqrt(Math.Max(variance, alone * 1e-12));
    }
}
