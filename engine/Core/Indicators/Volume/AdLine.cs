namespace Workbench.Core;

/// <summary>Accumulation/distribution line (Marc Chaikin, 1970s): running sum of volume weighted by where the close lies in the range. In units.</summary>
public sealed class AdLine() : Study($"AD", 1)
{
    double sum;

    private protected override double Next(in Candle now, in Candle before) => sum += now.CloseLocation * now.Volume;
}
