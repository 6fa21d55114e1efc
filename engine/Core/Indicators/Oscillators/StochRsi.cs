namespace Workbench.Core;

/// <summary>Stochastic of the relative strength index (Chande and Kroll, 1994): where RSI stands in its own channel, 0 to 100; 50 where RSI stood still.</summary>
/// <param name="rsi">Bars of the RSI, at least 1; 14.</param>
/// <param name="length">Bars of the channel of RSI values; 14.</param>
/// <param name="slowing">Bars that smooth the value; 1 is none.</param>
/// <param name="signal">Bars that smooth the signal; 3.</param>
public sealed class StochRsi(int rsi = 14, int length = 14, int slowing = 1, int signal = 3)
    : Study($"StochRSI({rsi},{length},{slowing},{signal})", rsi + length + slowing + signal - 2)
{
    readonly RelativeStrength strength = new(rsi);
    readonly Channel channel = new(length);
    readonly Smoother slow = new SimpleSmoother(slowing);
    readonly Smoother average = new SimpleSmoother(signal);
    double line = double.NaN;

    /// <summary>The simple average of <see cref="Indicator.Value"/>.</summary>
    public double Signal => Shown(line);

    private protected override double Next(in Candle now, in Candle before)
    {
        var value = strength.Add(now.Close);
        if (double.IsNaN(value))
        {
            return value;
        }

        channel.Add(value, value);
        var k = slow.Add(100d * channel.Place(value));
        line = average.Add(k);
        return k;
    }
}
