namespace Workbench.Data.Importers;

/// <summary>The four prices of a bar, raw, in the order in which the world writes them.</summary>
readonly record struct BarPrices(long Open, long High, long Low, long Close)
{
    /// <summary>Whether all are above 0 and the high is no lower than the low.</summary>
    public bool MakeSense => Low > 0 && High >= Low && Open > 0 && Close > 0;

    /// <summary>The same with high and low that hold open and close. Vendors break this where an auction's price is not counted into the range.</summary>
    public BarPrices Widened => this with { High = Math.Max(High, Math.Max(Open, Close)), Low = Math.Min(Low, Math.Min(Open, Close)) };
}
