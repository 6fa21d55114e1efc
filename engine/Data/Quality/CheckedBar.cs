namespace Workbench.Data.Quality;

/// <summary>A bar as its check sees it, prices raw.</summary>
readonly record struct CheckedBar(long OpenTime, long CloseTime, long Open, long High, long Low, long Close, long Volume)
{
    /// <summary>One price from its opening to its closing.</summary>
    public bool IsFlat => High == Low && Open == Low && Close == Low;

    /// <summary>Whether open and close lie within its range.</summary>
    public bool HoldsItself => Low <= Math.Min(Open, Close) && High >= Math.Max(Open, Close);

    public bool SamePrices(in CheckedBar other) => Open == other.Open && High == other.High && Low == other.Low && Close == other.Close;
}
