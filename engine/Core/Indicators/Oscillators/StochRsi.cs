namespace Workbench.Core;

/// <summary>Stochastic of the relative strength index (Chande and Kroll, 1994): where RSI stands in its own channel, 0 to 100; 50 where RSI stood still.</summary>
/// <param name="rsi">Bars of the RSI, at least 1; 14.</param>
/// <param name="length">Bars of the channel of RSI values; 14.</param>
/// <param name="slowing">Bars that smooth the value; 1 is none.</param>
/// <param name="signal">Bars that smooth the signal; 3.</param>
public sealed class StochRsi(int rsi = 14, int length = 14, int slowing = 1, int signal = 3)
    : SignalStudy($"StochRSI({rsi},{length},{slowing},{signal})", rsi + length + slowing + signal - 2, new SimpleSmoother(signal))
{
    readonly RelativeStrength strength = new(rsi);
    readonly Channel channel = new(length);
    readonly Smoother slow = new SimpleSmoother(slowing);

    private protected override double Main(in Candle now, in Candle before)
    {
        var value = strength.Add(now.Close);
        if (double.IsNaN(value))
        {
            return value;
        }

        channel.Add(value, value);
        return slow.Add(100d * channel.Place(value));
    }
}
