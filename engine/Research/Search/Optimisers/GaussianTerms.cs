namespace Workbench.Research.Search;

/// <summary>What a Gaussian process takes for granted: how far along each axis values are alike, and how much of them is noise.</summary>
/// <param name="Logs">Logarithms: a length for each axis, and last the noise as a share of the variance.</param>
/// <param name="IsOrdered">For each axis, whether near values are alike; those of the others are alike only when they are equal.</param>
sealed record GaussianTerms(double[] Logs, bool[] IsOrdered)
{
    const double Root5 = 2.23606797749979;
    readonly double[] inverse = [.. Logs.Take(IsOrdered.Length).Select(log => Math.Exp(-2d * log))];

    /// <summary>Variance of the noise, that of the function being 1.</summary>
    public double Noise { get; } = Math.Exp(Logs[^1]);

    /// <summary>
    /// Log-density of what is believed of the terms beforehand, up to a constant: without it a few points are explained as well by
    /// lengths of nothing. Lengths grow with the root of the axes, because distances do.
    /// </summary>
    public double Belief
    {
        get
        {
            var (usual, sum) = (UsualLength(IsOrdered.Length), 0d);
            for (var i = 0; i < IsOrdered.Length; i++)
            {
                sum -= (Logs[i] - usual) * (Logs[i] - usual) / 2d;
            }

            return sum - (Logs[^1] - UsualNoise) * (Logs[^1] - UsualNoise) / 8d;
        }
    }

    static double UsualNoise => Math.Log(1e-3);

    /// <summary>Terms that nothing has been seen for yet.</summary>
    public static GaussianTerms Usual(bool[] isOrdered) => new([.. isOrdered.Select(_ => UsualLength(isOrdered.Length)), UsualNoise], isOrdered);

    /// <summary>The same with one of the logarithms moved; lengths stay from 0.02 to 20, the noise from a millionth to the whole.</summary>
    public GaussianTerms Moved(int at, double by)
    {
        var logs = (double[])Logs.Clone();
        logs[at] = at < IsOrdered.Length ? Math.Clamp(logs[at] + by, Math.Log(0.02), Math.Log(20d)) : Math.Clamp(logs[at] + by, Math.Log(1e-6), 0d);
        return new GaussianTerms(logs, IsOrdered);
    }

    /// <summary>Matérn 5/2 of the distance in lengths.</summary>
    public double Covariance(double[] a, double[] b)
    {
        var square = 0d;
        for (var i = 0; i < IsOrdered.Length; i++)
        {
            var apart = IsOrdered[i] ? a[i] - b[i] : a[i] == b[i] ? 0d : 1d;
            square += apart * apart * inverse[i];
        }

        var distance = Root5 * Math.Sqrt(square);
        return (1d + distance + distance * distance / 3d) * Math.Exp(-distance);
    }

    static double UsualLength(int axes) => Math.Log(0.4 * Math.Sqrt(axes));
}
