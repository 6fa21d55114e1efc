namespace Workbench.Core;

/// <summary>The standard normal distribution.</summary>
static class NormalCurve
{
    static readonly double[] Dividend = [3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376];
    static readonly double[] Divisor =
        [8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752];

    /// <summary>Density at x.</summary>
    public static double Density(double x) => Math.Exp(-x * x / 2d) / Math.Sqrt(2d * Math.PI);

    /// <summary>Probability of less than x, to 14 digits (Hart, 1968, algorithm 5666, in the form of West, 2005).</summary>
    public static double Probability(double x) => x > 0d ? 1d - Tail(x) : Tail(-x);

    /// <summary>The x below which the probability lies, found by halving: it is asked for once a run.</summary>
    public static double Quantile(double probability)
    {
        var (low, high) = (-38d, 38d);
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2d;
            (low, high) = Probability(middle) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2d;
    }

    /// <summary>Probability of more than x, x at least 0.</summary>
    static double Tail(double x)
    {
        if (x > 37d)
        {
            return 0d;
        }

        var bell = Math.Exp(-x * x / 2d);
        return x < 7.07106781186547
            ? bell * Polynomial(Dividend, x) / Polynomial(Divisor, x)
            : bell / (x + 1d / (x + 2d / (x + 3d / (x + 4d / (x + 0.65))))) / 2.506628274631;
    }

    static double Polynomial(double[] coefficients, double x)
    {
        var sum = 0d;
        foreach (var coefficient in coefficients)
        {
            sum = sum * x + coefficient;
        }

        return sum;
    }
}
