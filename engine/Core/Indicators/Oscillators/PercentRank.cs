namespace Workbench.Core;

/// <summary>Percent rank: percent of the n closes before that lie below the newest, 0 to 100.</summary>
/// <param name="length">Closes before the newest, at least 1; 100. Each bar costs as many comparisons.</param>
public sealed class PercentRank(int length = 100) : Study($"PercentRank({length})", length + 1)
{
    readonly Window closes = new(length);

    private protected override double Next(in Candle now, in Candle before)
    {
        var rank = closes.PercentBelow(now.Close);
        closes.Add(now.Close);
        return rank;
    }
}
