namespace Workbench.Core;

/// <summary>Premier stochastic oscillator (Lee Leibfarth, 2008): a stochastic, smoothed twice and bent so that it runs along its ends; −1 to 1, 0 where there is no range.</summary>
/// <param name="length">Bars of the channel, at least 1; 8.</param>
/// <param name="smoothing">Bars of each exponential average, at least 1; 5.</param>
/// <remarks>Uses <see cref="Math.Exp(double)"/>.</remarks>
public sealed class PremierStochastic(int length = 8, int smoothing = 5)
    : Study($"PSO({length},{smoothing})", length + 2 * (smoothing - 1))
{
    readonly Channel channel = new(length);
    readonly Smoother once = ExponentialSmoother.Usual(smoothing);
    readonly Smoother twice = ExponentialSmoother.Usual(smoothing);

    private protected override double Next(in Candle now, in Candle before)
    {
        channel.Add(now);
        var bent = Math.Exp(twice.Add(once.Add(10d * (channel.Place(now.Close) - 0.5d))));
        return (bent - 1d) / (bent + 1d);
    }
}
