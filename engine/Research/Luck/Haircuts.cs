namespace Workbench.Research.Luck;

/// <summary>The four corrections of the best Sharpe ratio among many.</summary>
public static class Haircuts
{
    /// <summary>What is left of one ratio among all.</summary>
    /// <param name="ratios">Sharpe ratios per period of all variants that have one.</param>
    /// <param name="best">The one looked at.</param>
    /// <param name="rows">Periods.</param>
    /// <param name="tests">Trials, those without a ratio included.</param>
    public static IReadOnlyList<Haircut> Of(IReadOnlyList<double> ratios, int best, int rows, long tests)
    {
        double[] p = [.. ratios.Select(ratio => TwoSided(ratio, rows))];
        Haircut Cut(string key, string label, double corrected) => Of(key, label, corrected, ratios[best], rows);

        return
        [
            Cut("bonferroni", "Bonferroni", Corrections.Bonferroni(p[best], tests)),
            Cut("sidak", "Šidák", Corrections.Sidak(p[best], tests)),
            Cut("holm", "Holm", Corrections.Holm(p, tests)[best]),
            Cut("bhy", "Benjamini–Hochberg–Yekutieli", Corrections.Yekutieli(p, tests)[best]),
        ];
    }

    /// <summary>Chance of a ratio as far from zero, were the true one zero.</summary>
    public static double TwoSided(double ratio, int rows) => Student.Beyond(ratio * Math.Sqrt(rows), rows - 1);

    static Haircut Of(string key, string label, double p, double ratio, int rows)
    {
        if (ratio <= 0d)
        {
            var none = MetricValue.None("the Sharpe ratio is not above zero");
            return new Haircut(key, label, p, none, none);
        }

        var left = Student.Quantile(p, rows - 1) / Math.Sqrt(rows);
        return new Haircut(key, label, p, left, 1 - left / ratio);
    }
}
