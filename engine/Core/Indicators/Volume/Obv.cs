namespace Workbench.Core;

/// <summary>On-balance volume (Joseph Granville, 1963): running sum of volume, plus on a higher close, minus on a lower one. In units; starts from 0.</summary>
public sealed class Obv() : Study($"OBV", 1)
{
    double sum;

    private protected override double Next(in Candle now, in Candle before) =>
        before.Exists ? sum += Math.Sign(now.Close - before.Close) * now.Volume : sum;
}
