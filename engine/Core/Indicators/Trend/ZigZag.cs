namespace Workbench.Core;

/// <summary>ZigZag: the price of the newest proven turning point, in quote currency. A turn is proven once the price came back from it by a percentage.</summary>
/// <remarks>Charts draw the line to a point that only later bars prove; this one knows a point on the bar that proves it, and never takes it back.</remarks>
public sealed class ZigZag : Indicator
{
    readonly double share;
    double highest = double.NaN;
    double lowest = double.NaN;

    /// <summary>A zigzag of legs of at least a size.</summary>
    /// <param name="percent">Way back that proves a turn, above 0 and below 100; 5.</param>
    public ZigZag(double percent = 5d)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(percent, 100d);
        share = percent / 100d;
    }

    /// <summary>Direction of the running leg: 1 up, −1 down, 0 before the first turn.</summary>
    public int Leg { get; private set; }

    /// <summary>Furthest price of the running leg: the next turning point, unless it goes further.</summary>
    public double Extreme => Leg switch { 1 => highest, -1 => lowest, _ => double.NaN };

    /// <summary>Ready once a first turn is proven, whenever that is.</summary>
    public override bool IsReady => Leg != 0;

    /// <inheritdoc/>
    public override double Value => Leg switch { 1 => lowest, -1 => highest, _ => double.NaN };

    /// <inheritdoc/>
    public override void Update(in Bar bar)
    {
        var now = Candle.Of(bar);
        // Which of its ends a bar made first is unknown: a bar that goes further is not also the bar that turns.
        var higher = Leg >= 0 && !(now.High <= highest);
        var lower = Leg <= 0 && !(now.Low >= lowest);
        highest = higher ? now.High : highest;
        lowest = lower ? now.Low : lowest;
        if (!higher && Leg >= 0 && now.Low <= highest * (1d - share))
        {
            (Leg, lowest) = (-1, now.Low);
        }
        else if (!lower && Leg <= 0 && now.High >= lowest * (1d + share))
        {
            (Leg, highest) = (1, now.High);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"ZigZag({share * 100d})");
}
