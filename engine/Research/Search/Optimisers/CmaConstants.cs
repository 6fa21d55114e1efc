namespace Workbench.Research.Search;

/// <summary>How fast the search of <see cref="CmaEs"/> learns, in the letters of N. Hansen's tutorial (2016).</summary>
public sealed record CmaConstants
{
    /// <param name="axes">Coordinates, n.</param>
    /// <param name="candidates">Candidates of a generation, λ; 0 for what the tutorial takes.</param>
    public CmaConstants(int axes, int candidates = 0)
    {
        var n = (double)axes;
        Candidates = candidates > 0 ? candidates : Usual(axes);
        var raw = Enumerable.Range(1, Candidates / 2).Select(i => Math.Log(Candidates / 2d + 0.5) - Math.Log(i)).ToArray();
        Weights = [.. raw.Select(weight => weight / raw.Sum())];
        Mass = 1d / Weights.Sum(weight => weight * weight);
        PathRate = (4d + Mass / n) / (n + 4d + 2d * Mass / n);
        StepRate = (Mass + 2d) / (n + Mass + 5d);
        RankOne = 2d / ((n + 1.3) * (n + 1.3) + Mass);
        RankMany = Math.Min(1d - RankOne, 2d * (Mass - 2d + 1d / Mass) / ((n + 2d) * (n + 2d) + Mass));
        Damping = 1d + 2d * Math.Max(0d, Math.Sqrt((Mass - 1d) / (n + 1d)) - 1d) + StepRate;
        NormalLength = Math.Sqrt(n) * (1d - 1d / (4d * n) + 1d / (21d * n * n));
        MostGenerations = (int)(100d + 150d * (n + 3d) * (n + 3d) / Math.Sqrt(Candidates));
    }

    /// <summary>Candidates of a generation, λ.</summary>
    public int Candidates { get; }

    /// <summary>Weights of the better half, w; they sum to 1.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>How many equal parents the weights are worth, μ_eff.</summary>
    public double Mass { get; }

    /// <summary>c_c.</summary>
    public double PathRate { get; }

    /// <summary>c_σ.</summary>
    public double StepRate { get; }

    /// <summary>c_1.</summary>
    public double RankOne { get; }

    /// <summary>c_μ.</summary>
    public double RankMany { get; }

    /// <summary>d_σ.</summary>
    public double Damping { get; }

    /// <summary>Expected length of a standard normal vector, χ.</summary>
    public double NormalLength { get; }

    /// <summary>Generations after which it starts anew.</summary>
    public int MostGenerations { get; }

    /// <summary>λ as the tutorial takes it for so many axes.</summary>
    public static int Usual(int axes) => 4 + (int)(3d * Math.Log(axes));
}
