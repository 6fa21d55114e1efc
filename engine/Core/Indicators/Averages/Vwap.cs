namespace Workbench.Core;

/// <summary>Volume-weighted average price since the start of the day: typical prices weighted by volume. Before the first volume of the day it is the typical price. In quote currency.</summary>
public sealed class Vwap : Indicator
{
    readonly long start;
    long day = long.MinValue;
    Total money;
    Total volume;
    double value = double.NaN;

    /// <summary>An average that starts again each day.</summary>
    /// <param name="dayStart">When the day starts, UTC; midnight if left out. A bar belongs to the day of its opening time.</param>
    public Vwap(TimeSpan dayStart = default)
    {
        start = dayStart.Ticks * 100;
    }

    /// <summary>Ready with the first bar.</summary>
    public override bool IsReady => day != long.MinValue;

    /// <inheritdoc/>
    public override double Value => value;

    /// <inheritdoc/>
    public override void Update(in Bar bar)
    {
        var today = Math.DivRem(bar.OpenNanos - start, UtcNanos.Day).Quotient;
        if (today != day)
        {
            (day, money, volume) = (today, default, default);
        }

        var now = Candle.Of(bar);
        money = money.Then(Total.Of(now.Typical * now.Volume));
        volume = volume.Then(Total.Of(now.Volume));
        value = volume.Sum == 0d ? now.Typical : money.Sum / volume.Sum;
    }

    /// <inheritdoc/>
    public override string ToString() => "VWAP";
}
