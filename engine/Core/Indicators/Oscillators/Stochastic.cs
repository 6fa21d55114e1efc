namespace Workbench.Core;

/// <summary>Stochastic oscillator (George Lane, 1950s): place of the close between lowest low and highest high, smoothed (%K), 0 to 100; 50 where there is no range.</summary>
/// <param name="length">Bars of the channel, at least 1; 14.</param>
/// <param name="slowing">Bars that smooth %K, 1 for the fast stochastic; 3.</param>
/// <param name="signal">Bars that smooth %D; 3.</param>
public sealed class Stochastic(int length = 14, int slowing = 3, int signal = 3)
    : SignalStudy($"Stochastic({length},{slowing},{signal})", length + slowing + signal - 2, new SimpleSmoother(signal))
{
    readonly Channel channel = new(length);
    readonly Smoother slow = new SimpleSmoother(slowing);

    private protected override double Main(in Candle now, in Candle before)
    {
        channel.Add(now);
        return slow.Add(100d * channel.Place(now.Close));
    }
}
