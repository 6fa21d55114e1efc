namespace Workbench.Core;

/// <summary>Heikin-Ashi bars: averaged open and close that show a trend as an unbroken row of one colour. <see cref="Indicator.Value"/> is the close. In quote currency.</summary>
/// <remarks>No price of it was ever traded: never fill an order at one.</remarks>
public sealed class HeikinAshi() : Study($"HeikinAshi", 1)
{
    Candle averaged = Candle.None;

    /// <summary>Middle of the averaged bar before.</summary>
    public double Open => averaged.Open;

    /// <summary>Highest of the high, the averaged open and the averaged close.</summary>
    public double High => averaged.High;

    /// <summary>Lowest of the low, the averaged open and the averaged close.</summary>
    public double Low => averaged.Low;

    /// <summary>Mean of open, high, low and close.</summary>
    public double Close => averaged.Close;

    private protected override double Next(in Candle now, in Candle before)
    {
        var close = (now.Open + now.High + now.Low + now.Close) / 4d;
        var open = averaged.Exists ? (averaged.Open + averaged.Close) / 2d : (now.Open + now.Close) / 2d;
        averaged = new Candle(open, Math.Max(now.High, Math.Max(open, close)), Math.Min(now.Low, Math.Min(open, close)), close, now.Volume);
        return close;
    }
}
