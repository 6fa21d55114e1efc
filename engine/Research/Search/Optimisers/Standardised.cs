namespace Workbench.Research.Search;

/// <summary>Scores as a Gaussian process can take them: mean 0 and deviation 1, none missing and none out of all measure.</summary>
static class Standardised
{
    /// <summary>The scores in their order. An undefined one counts as the worst.</summary>
    public static double[] Of(IReadOnlyList<double?> scores)
    {
        double[] known = [.. scores.OfType<double>().Order()];
        if (known.Length == 0)
        {
            return new double[scores.Count];
        }

        // A ruined variant may be a thousand times worse than a bad one: beyond two such ways below the middle, how bad is of no interest.
        var middle = Moments.Quantile(known, 0.5);
        var floor = known[^1] > middle ? Math.Max(known[0], middle - 2d * (known[^1] - middle)) : known[0];
        double[] held = [.. scores.Select(score => Math.Max(floor, score ?? floor))];
        var (mean, deviation) = (Moments.Mean(held), held.Length > 1 ? Moments.Deviation(held) : 0d);
        return [.. held.Select(score => deviation > 1e-12 ? (score - mean) / deviation : 0d)];
    }
}
