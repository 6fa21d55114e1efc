namespace Workbench.Core;

/// <summary>Floor traders' pivot points: levels for the next bar from the newest closed one. Feed it with daily or weekly bars and trade smaller ones. <see cref="Indicator.Value"/> is the pivot. In quote currency.</summary>
public sealed class PivotPoints() : Study($"Pivots", 1)
{
    Candle bar = Candle.None;

    /// <summary>First resistance: 2·P − low.</summary>
    public double R1 => 2d * Value - bar.Low;

    /// <summary>Second resistance: P + range.</summary>
    public double R2 => Value + bar.Range;

    /// <summary>Third resistance: first + range.</summary>
    public double R3 => R1 + bar.Range;

    /// <summary>First support: 2·P − high.</summary>
    public double S1 => 2d * Value - bar.High;

    /// <summary>Second support: P − range.</summary>
    public double S2 => Value - bar.Range;

    /// <summary>Third support: first − range.</summary>
    public double S3 => S1 - bar.Range;

    private protected override double Next(in Candle now, in Candle before)
    {
        bar = now;
        return now.Typical;
    }
}
