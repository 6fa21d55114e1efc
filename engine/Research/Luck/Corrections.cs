namespace Workbench.Research.Luck;

/// <summary>p-values corrected for the number of tests. Tests beyond those given are taken to have p = 1.</summary>
public static class Corrections
{
    /// <summary>Holds whatever the tests have to do with each other.</summary>
    public static double Bonferroni(double p, long tests) => Math.Min(1d, p * tests);

    /// <summary>Chance that one of so many independent tests shows such a p by luck. May have a fractional count.</summary>
    public static double Sidak(double p, double tests) => p >= 1d ? 1d : -LessOne(tests * OneMore(-p));

    /// <summary>Holm 1979: each corrected for the tests not yet rejected. In the order of <paramref name="p"/>.</summary>
    public static double[] Holm(IReadOnlyList<double> p, long tests)
    {
        var (order, corrected, largest) = (Order(p), new double[p.Count], 0d);
        for (var i = 0; i < order.Length; i++)
        {
            largest = Math.Max(largest, Math.Min(1d, (tests - i) * p[order[i]]));
            corrected[order[i]] = largest;
        }

        return corrected;
    }

    /// <summary>Benjamini, Hochberg and Yekutieli 2001: share of false discoveries, whatever the tests have to do with each other. In the order of <paramref name="p"/>.</summary>
    public static double[] Yekutieli(IReadOnlyList<double> p, long tests)
    {
        var (order, corrected, smallest, harmonic) = (Order(p), new double[p.Count], 1d, Harmonic(tests));
        for (var i = order.Length - 1; i >= 0; i--)
        {
            smallest = Math.Min(smallest, tests * harmonic / (i + 1) * p[order[i]]);
            corrected[order[i]] = smallest;
        }

        return corrected;
    }

    static int[] Order(IReadOnlyList<double> p) => [.. Enumerable.Range(0, p.Count).OrderBy(i => p[i]).ThenBy(i => i)];

    // Beyond a million terms the expansion has all digits of a double.
    static double Harmonic(long count)
    {
        if (count > 1_000_000)
        {
            return Math.Log(count) + SharpeOdds.EulerGamma + 0.5 / count;
        }

        var sum = 0d;
        for (var i = 1L; i <= count; i++)
        {
            sum += 1d / i;
        }

        return sum;
    }

    /// <summary>ln(1 + x), with all digits for small x (Kahan).</summary>
    static double OneMore(double x)
    {
        var sum = 1 + x;
        return sum == 1d ? x : Math.Log(sum) * x / (sum - 1);
    }

    /// <summary>exp(x) − 1, with all digits for small x (Kahan).</summary>
    static double LessOne(double x)
    {
        var power = Math.Exp(x);
        return power == 1d ? x : power - 1 == -1d ? -1d : (power - 1) * x / Math.Log(power);
    }
}
