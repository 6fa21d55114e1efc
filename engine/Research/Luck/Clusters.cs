namespace Workbench.Research.Luck;

/// <summary>
/// Groups of variants that do alike: López de Prado and Lewis 2019, their first pass. Distance √((1 − ρ)/2), k-means over the rows of
/// the distance matrix, the number of groups with the best mean over deviation of the silhouettes.
/// </summary>
static class Clusters
{
    /// <summary>Of more variants than this, as many are taken, evenly: the work grows with the cube.</summary>
    public const int MostVariants = 200;

    /// <summary>More groups are not tried.</summary>
    public const int MostGroups = 20;

    /// <summary>Below this mean silhouette there are no groups to speak of (Kaufman and Rousseeuw 1990): on noise the best of them means nothing.</summary>
    public const double LeastSilhouette = 0.25;

    const int Starts = 3;

    /// <summary>One series for each group: its variants weighed by their inverse variances. Whole inverses would be singular wherever two variants are equal. Nothing where they form no groups.</summary>
    public static IReadOnlyList<double[]> Of(IReadOnlyList<double[]> columns, double[][] directions, long seed)
    {
        var taken = Taken(columns.Count);
        var places = Distances([.. taken.Select(k => directions[k])]);
        var apart = Apart(places);
        if (apart.All(row => row.All(distance => distance < 1e-6)))
        {
            return [Series(columns)];
        }

        var (groups, best) = (new int[taken.Length], double.NegativeInfinity);
        for (var count = 2; count <= Math.Min(MostGroups, taken.Length - 1); count++)
        {
            for (var start = 0; start < Starts; start++)
            {
                var dice = new SeededRandom(unchecked(seed * 1_000_003 + count * 31 + start));
                var found = new KMeans(places, apart, count, dice).Groups();
                var quality = Silhouettes.Quality(apart, found, count);
                (best, groups) = quality > best ? (quality, found) : (best, groups);
            }
        }

        return Silhouettes.Mean(apart, groups) < LeastSilhouette ? [] : [.. groups.Distinct().Order().Select(group => Series([.. taken.Where((_, at) => groups[at] == group).Select(k => columns[k])]))];
    }

    static int[] Taken(int count)
    {
        var most = Math.Min(count, MostVariants);
        return [.. Enumerable.Range(0, most).Select(at => (int)((long)at * count / most))];
    }

    static double[][] Distances(double[][] directions) => [.. directions.Select(one =>
        Array.ConvertAll(directions, other => Math.Sqrt(Math.Max(0d, 1 - Lanes.Dot(one, other)) / 2)))];

    static double[][] Apart(double[][] places) => [.. places.Select(one => Array.ConvertAll(places, other => Math.Sqrt(KMeans.Square(one, other))))];

    static double[] Series(IReadOnlyList<double[]> members)
    {
        var (series, all) = (new double[members[0].Length], 0d);
        foreach (var member in members)
        {
            var weight = 1 / Moments.Covariance(member, member);
            Lanes.Add(series, member, weight);
            all += weight;
        }

        return Array.ConvertAll(series, value => value / all);
    }
}
