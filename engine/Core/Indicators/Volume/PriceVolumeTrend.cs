namespace Workbench.Core;

/// <summary>Price volume trend: running sum of volume times the close's relative move. In units; starts from 0.</summary>
public sealed class PriceVolumeTrend() : Study($"PVT", 1)
{
    double sum;

    private protected override double Next(in Candle now, in Candle before) =>
        before.Exists ? sum += now.Volume * (now.Close - before.Close) / before.Close : sum;
}
