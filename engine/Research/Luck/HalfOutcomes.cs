namespace Workbench.Research.Luck;

/// <summary>What each half chose and what became of it in the other.</summary>
sealed class HalfOutcomes(int variants, int count)
{
    const int Bins = 4096;

    // Wide enough for any ratio of a half that is not a straight line; beyond it the outer bins take all.
    const double Widest = 2d;

    readonly double[] logits = new double[count];
    readonly double[] inSample = new double[count];
    readonly double[] outOfSample = new double[count];
    readonly long[] chosen = new long[Bins];
    readonly long[] field = new long[Bins];

    public int Count => count;

    /// <summary>Notes one half: the winner of one side, and its rank on the other.</summary>
    public void Set(int at, ReadOnlySpan<double> mine, ReadOnlySpan<double> other)
    {
        var best = 0;
        for (var k = 1; k < mine.Length; k++)
        {
            best = mine[k] > mine[best] ? k : best;
        }

        var (value, below, equal) = (other[best], 0, 0);
        foreach (var rival in other)
        {
            below += rival < value ? 1 : 0;
            equal += rival == value ? 1 : 0;
            field[Bin(rival)]++;
        }

        // 1 is the worst; equals share their mean rank; N + 1 keeps the best one's odds finite.
        var share = (below + (equal + 1) / 2d) / (variants + 1);
        logits[at] = Math.Log(share / (1 - share));
        (inSample[at], outOfSample[at]) = (mine[best], value);
        chosen[Bin(value)]++;
    }

    public Overfitting Result(int blocks, int rowsDropped)
    {
        var (slope, intercept) = Line();
        var (first, second) = Dominance();
        return new Overfitting
        {
            Blocks = blocks,
            RowsDropped = rowsDropped,
            Logits = logits,
            InSample = inSample,
            OutOfSample = outOfSample,
            Probability = Share(logits, logit => logit <= 0d),
            StrictProbability = Share(logits, logit => logit < 0d),
            ProbabilityOfLoss = Share(outOfSample, ratio => ratio < 0d),
            Slope = slope,
            Intercept = intercept,
            Dominates = first,
            DominatesForTheCautious = second,
        };
    }

    static double Share(double[] values, Predicate<double> holds) => (double)values.Count(value => holds(value)) / values.Length;

    static int Bin(double ratio) => (int)Math.Clamp((ratio + Widest) / (2 * Widest) * Bins, 0d, Bins - 1d);

    (MetricValue Slope, MetricValue Intercept) Line()
    {
        var spread = Moments.Covariance(inSample, inSample);
        if (spread <= 1e-30)
        {
            var none = MetricValue.None("all halves look alike to their winners");
            return (none, none);
        }

        var slope = Moments.Covariance(inSample, outOfSample) / spread;
        return (slope, Moments.Mean(outOfSample) - slope * Moments.Mean(inSample));
    }

    /// <summary>Compares the winner's ratios in the other half with those of all variants there: their distributions, then the areas below.</summary>
    (bool First, bool Second) Dominance()
    {
        var (first, second, mine, all, area) = (true, true, 0d, 0d, 0d);
        for (var i = 0; i < Bins; i++)
        {
            mine += chosen[i] / (double)count;
            all += field[i] / ((double)count * variants);
            area += all - mine;
            first &= mine <= all + 1e-12;
            second &= area >= -1e-9;
        }

        return (first, second);
    }
}
