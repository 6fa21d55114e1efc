namespace Workbench.Core;

/// <summary>Williams %R (Larry Williams, 1973): how far the close lies below the highest high, −100 at the lowest low to 0; −50 where there is no range.</summary>
/// <param name="length">Bars, at least 1; 14.</param>
public sealed class WilliamsR(int length = 14) : Study($"Williams%R({length})", length)
{
    readonly Channel channel = new(length);

    private protected override double Next(in Candle now, in Candle before)
    {
        channel.Add(now);
        return 100d * (channel.Place(now.Close) - 1d);
    }
}
