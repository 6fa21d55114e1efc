using MathNet.Numerics.Distributions;

namespace Workbench.Research;

/// <summary>The standard normal distribution.</summary>
static class Gauss
{
    /// <summary>Chance that a standard normal falls below <paramref name="x"/>.</summary>
    public static double Below(double x) => Normal.CDF(0, 1, x);

    /// <summary>Value that a standard normal falls below with the given chance, 0 to 1.</summary>
    public static double Quantile(double chance) => Normal.InvCDF(0, 1, chance);
}
