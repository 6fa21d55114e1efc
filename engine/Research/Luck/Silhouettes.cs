namespace Workbench.Research.Luck;

/// <summary>How well places sit in their groups: Rousseeuw 1987.</summary>
static class Silhouettes
{
    /// <summary>Mean of all silhouettes over their deviation; minus infinity where they do not vary or a group is empty.</summary>
    public static double Quality(double[][] apart, int[] groups, int count)
    {
        var sizes = new int[count];
        Array.ForEach(groups, group => sizes[group]++);
        if (sizes.Contains(0))
        {
            return double.NegativeInfinity;
        }

        var all = new double[groups.Length];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = Of(apart[i], groups, groups[i], sizes);
        }

        var spread = Moments.Deviation(all);
        return spread > 1e-12 ? Moments.Mean(all) / spread : double.NegativeInfinity;
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
            beside = group == own ? beside : Math.Min(beside, sums[group] / sizes[group]);
        }

        var larger = Math.Max(within, beside);
        return larger > 0d ? (beside - within) / larger : 0d;
    }
}
