namespace Workbench.Research.Luck;

/// <summary>How well places sit in their groups: Rousseeuw 1987.</summary>
static class Silhouettes
{
    /// <summary>Mean of all silhouettes over their deviation; minus infinity where they do not vary or a group is empty.</summary>
    public static double Quality(double[][] apart, int[] groups, int count)
    {
        if (groups.Distinct().Count() < count)
        {
            return double.NegativeInfinity;
        }

        var all = Of(apart, groups);
        var spread = Moments.Deviation(all);
        return spread > 1e-12 ? Moments.Mean(all) / spread : double.NegativeInfinity;
    }

    /// <summary>Mean of all silhouettes: 1 where groups lie far apart, 0 where they are none.</summary>
    public static double Mean(double[][] apart, int[] groups) => Moments.Mean(Of(apart, groups));

    static double[] Of(double[][] apart, int[] groups)
    {
        var sizes = new int[groups.Max() + 1];
        Array.ForEach(groups, group => sizes[group]++);
        return [.. apart.Select((distances, i) => Of(distances, groups, groups[i], sizes))];
    }

    static double Of(double[] distances, int[] groups, int own, int[] sizes)
    {
        if (sizes[own] == 1)
        {
            return 0d;
        }

        var sums = new double[sizes.Length];
        for (var i = 0; i < distances.Length; i++)
        {
            sums[groups[i]] += distances[i];
        }

        var within = sums[own] / (sizes[own] - 1);
        var beside = double.PositiveInfinity;
        for (var group = 0; group < sums.Length; group++)
        {
            beside = group == own || sizes[group] == 0 ? beside : Math.Min(beside, sums[group] / sizes[group]);
        }

        var larger = Math.Max(within, beside);
        return larger > 0d && double.IsFinite(larger) ? (beside - within) / larger : 0d;
    }
}
