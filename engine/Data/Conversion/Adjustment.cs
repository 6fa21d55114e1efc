namespace Workbench.Data.Conversion;

/// <summary>What makes prices and sizes of before a split or dividend comparable with those of after it.</summary>
/// <param name="Dividends">Share of dividends: prices are multiplied by it.</param>
/// <param name="Split">Share of splits: prices are multiplied by it, and sizes divided. A dividend makes no shares.</param>
readonly record struct Adjustment(decimal Dividends, decimal Split)
{
    /// <summary>Leaves all as it is.</summary>
    public static Adjustment None { get; } = new(1m, 1m);

    /// <summary>What prices are multiplied by.</summary>
    public decimal Price => Dividends * Split;

    /// <summary>The share of what is asked for.</summary>
    public Adjustment Only(AdjustFor what) => new(what.HasFlag(AdjustFor.Dividends) ? Dividends : 1m, what.HasFlag(AdjustFor.Splits) ? Split : 1m);
}
