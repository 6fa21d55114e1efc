namespace Workbench.Core;

/// <summary>Parabolic stop and reverse (Wilder, 1978): the stop that is in force during the bar; where it was hit, the new stop on the other side. In quote currency.</summary>
/// <param name="step">Acceleration at the start and with each new extreme; 0.02.</param>
/// <param name="limit">Highest acceleration; 0.2.</param>
/// <remarks>The first leg is short where the second bar reaches lower than it reaches higher, else long, as in TA-Lib.</remarks>
public sealed class ParabolicSar(double step = 0.02d, double limit = 0.2d) : Study($"SAR({step},{limit})", 2)
{
    readonly double step = step;
    double stop = double.NaN;
    double extreme;
    double acceleration;

    /// <summary>Whether the stop lies below the market.</summary>
    public bool IsLong { get; private set; }

    private protected override double Next(in Candle now, in Candle before)
    {
        if (!before.Exists)
        {
            return double.NaN;
        }

        if (double.IsNaN(stop))
        {
            IsLong = !(before.Low - now.Low > Math.Max(now.High - before.High, 0d));
            Start(IsLong ? before.Low : before.High, now);
            return Advance(now, now);
        }

        return Advance(now, before);
    }

    double Advance(in Candle now, in Candle before)
    {
        if (IsLong ? now.Low <= stop : now.High >= stop)
        {
            IsLong = !IsLong;
            Start(Behind(extreme, now, before), now);
        }
        else if (IsLong ? now.High > extreme : now.Low < extreme)
        {
            extreme = IsLong ? now.High : now.Low;
            acceleration = Math.Min(acceleration + step, limit);
        }

        var inForce = stop;
        stop = Behind(stop + acceleration * (extreme - stop), now, before);
        return inForce;
    }

    void Start(double from, in Candle now) => (stop, extreme, acceleration) = (from, IsLong ? now.High : now.Low, Math.Min(step, limit));

    // A stop never lies within the last two bars.
    double Behind(double price, in Candle now, in Candle before) => IsLong
        ? Math.Min(price, Math.Min(now.Low, before.Low))
        : Math.Max(price, Math.Max(now.High, before.High));
}
