using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Workbench.Research.Luck;

/// <summary>Student's distribution, two-sided.</summary>
static class Student
{
    /// <summary>Chance of a value as far from zero as <paramref name="t"/>, with all digits far out.</summary>
    public static double Beyond(double t, double freedom) => SpecialFunctions.BetaRegularized(freedom / 2, 0.5, freedom / (freedom + t * t));

    /// <summary>The value, zero or above, that is exceeded with that chance on both sides together.</summary>
    public static double Quantile(double chance, double freedom)
    {
        if (chance >= 1d)
        {
            return 0d;
        }

        // The tail is convex and a normal's is thinner: from the normal's quantile Newton climbs to the root and never overshoots.
        var t = -Gauss.Quantile(chance / 2);
        for (var step = 0; step < 200; step++)
        {
            var next = t + (Beyond(t, freedom) - chance) / (2 * StudentT.PDF(0, 1, freedom, t));
            if (Math.Abs(next - t) <= 1e-14 * Math.Abs(next))
            {
                return next;
            }

            t = next;
        }

        return t;
    }
}
