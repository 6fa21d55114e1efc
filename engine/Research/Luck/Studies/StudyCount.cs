using Beta = MathNet.Numerics.Distributions.Beta;

namespace Workbench.Research.Luck;

/// <summary>How often a test called an edge.</summary>
/// <param name="Edge">True annual Sharpe ratio of the one good variant; 0 where all were noise.</param>
/// <param name="Key">spa, white, sidak, dsr, stepwise.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Fired">Searches in which it did.</param>
/// <param name="Of">Searches.</param>
public sealed record StudyCount(double Edge, string Key, string Label, int Fired, int Of)
{
    /// <summary>Share of the searches.</summary>
    public double Share => (double)Fired / Of;

    /// <summary>Lower end of the exact 95 % interval (Clopper and Pearson 1934).</summary>
    public double Low => Fired == 0 ? 0d : Beta.InvCDF(Fired, Of - Fired + 1, 0.025);

    /// <summary>Upper end.</summary>
    public double High => Fired == Of ? 1d : Beta.InvCDF(Fired + 1, Of - Fired, 0.975);
}
