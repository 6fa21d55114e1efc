namespace Workbench.Research.Luck;

/// <summary>
/// How many independent trials the variants may be. Estimators differ tenfold on the same variants, and a small count with the raw
/// variance counts their likeness twice: the spread of the ratios is small already where variants are alike. So all are shown.
/// </summary>
sealed class TrialBand(IReadOnlyList<double[]> columns, Winner winner, double variance, long trials, int tested, long seed)
{
    /// <summary>All estimates, the plain count first.</summary>
    public IReadOnlyList<EffectiveTrials> All()
    {
        if (columns.Count < 2)
        {
            return [Of("raw", "plain count", tested, trials, variance)];
        }

        var directions = Spectrum.Directions(columns);
        var mean = Spectrum.MeanCorrelation(directions);
        return
        [
            Of("raw", "plain count", tested, trials, variance),
            Scaled("blp2014", "mean correlation", mean + (1 - mean) * columns.Count, variance),
            .. Eigen(directions),
            Clustered(directions),
        ];
    }

    IEnumerable<EffectiveTrials> Eigen(double[][] directions)
    {
        if (Math.Min(columns.Count, directions[0].Length) > Spectrum.Largest)
        {
            var none = MetricValue.None(FormattableString.Invariant($"more than {Spectrum.Largest:N0} variants and periods"));
            return [None("effectiveRank", "effective rank", none), None("participationRatio", "participation ratio", none), None("kaiser", "eigenvalues above 1", none)];
        }

        var values = Spectrum.Of(directions);
        return
        [
            Scaled("effectiveRank", "effective rank", EffectiveRank(values), variance),
            Scaled("participationRatio", "participation ratio", Participation(values), variance),
            Scaled("kaiser", "eigenvalues above 1", values.Count(value => value > 1d), variance),
        ];
    }

    EffectiveTrials Clustered(double[][] directions)
    {
        if (columns.Count < 4)
        {
            return None("clusters", "clusters, with their own variance", MetricValue.None("too few variants to group"));
        }

        var series = Clusters.Of(columns, directions, seed);
        if (series.Count == 0)
        {
            return None("clusters", "clusters, with their own variance", MetricValue.None("the variants form no groups"));
        }

        double[] ratios = [.. series.Select(one => Moments.Mean(one) / Moments.Deviation(one)).Where(double.IsFinite)];
        return Scaled("clusters", "clusters, with their own variance", series.Count, ratios.Length > 1 ? Moments.Covariance(ratios, ratios) : 1d / (winner.Rows - 1));
    }

    internal static double Participation(IReadOnlyList<double> values)
    {
        var (sum, squares) = (values.Sum(), values.Sum(value => value * value));
        return sum * sum / squares;
    }

    internal static double EffectiveRank(IReadOnlyList<double> values)
    {
        var (sum, entropy) = (values.Sum(), 0d);
        foreach (var value in values)
        {
            var share = value / sum;
            entropy -= share > 0d ? share * Math.Log(share) : 0d;
        }

        return Math.Exp(entropy);
    }

    EffectiveTrials Scaled(string key, string label, double count, double spread) => Of(key, label, count, count * trials / columns.Count, spread);

    EffectiveTrials Of(string key, string label, double count, double family, double spread)
    {
        var maximum = SharpeOdds.ExpectedMaximum(family, spread);
        return new EffectiveTrials(key, label, count, family, spread, maximum, winner.Above(maximum));
    }

    static EffectiveTrials None(string key, string label, MetricValue none) => new(key, label, none, none, none, none, none);
}
