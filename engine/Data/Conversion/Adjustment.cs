namespace Workbench.Data.Conversion;

/// <summary>What makes prices and sizes of before a split or dividend comparable with those of after it.</summary>
/// <param name="Price">Prices are multiplied by it: the shares of dividends and splits together.</param>
/// <param name="Split">Sizes are divided by it. A dividend makes no shares, so this is the split's share alone.</param>
readonly record struct Adjustment(decimal Price, decimal Split);
