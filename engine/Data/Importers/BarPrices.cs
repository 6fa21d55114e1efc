namespace Workbench.Data.Importers;

/// <summary>The four prices of a bar, raw, in the order in which the world writes them.</summary>
readonly record struct BarPrices(long Open, long High, long Low, long Close)
{
    /// <summary>Whether the high is the highest, the low the lowest, and all are above 0.</summary>
    public bool MakeSense => Low > 0 && High >= Math.Max(Open, Close) && Low <= Math.Min(Open, Close);
}
