namespace Workbench.Research.Search;

/// <summary>How much better than the best a place is expected to be, as a logarithm: the plain figure is zero to a double over most of a space.</summary>
static class Improvement
{
    const double HalfLogTwoPi = 0.91893853320467274;

    /// <summary>Log of the expected improvement over <paramref name="best"/> of a normal with this mean and spread.</summary>
    public static double Log(double mean, double spread, double best)
    {
        var z = (mean - best) / spread;
        return Math.Log(spread) + (z > -5d ? Math.Log(Density(z) + z * Gauss.Below(z)) : Tail(z));
    }

    static double Density(double z) => Math.Exp(-z * z / 2d - HalfLogTwoPi);

    // φ(z) + zΦ(z) → φ(z)/z² (1 − 3/z² + 15/z⁴) far to the left, where the difference of the two has no digits left.
    static double Tail(double z)
    {
        var square = z * z;
        return -square / 2d - HalfLogTwoPi - Math.Log(square) + Math.Log(1d - 3d / square + 15d / (square * square));
    }
}
