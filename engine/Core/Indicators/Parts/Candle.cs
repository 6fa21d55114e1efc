namespace Workbench.Core;

/// <summary>A bar as the formulas of indicators see it: doubles in quote currency and units. Before the first bar everything is NaN.</summary>
readonly record struct Candle(double Open, double High, double Low, double Close, double Volume)
{
    public static readonly Candle None = new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>False for the bar before the first.</summary>
    public bool Exists => !double.IsNaN(Close);

    public double Range => High - Low;

    public double Median => (High + Low) / 2d;

    public double Typical => (High + Low + Close) / 3d;

    /// <summary>Where the close lies in the range, from −1 at the low to 1 at the high (Williams, Chaikin); 0 where there is no range.</summary>
    public double CloseLocation => Range == 0d ? 0d : (Close - Low - (High - Close)) / Range;

    // An integer below 2^53 divided by a power of ten is the double nearest to the decimal price: no detour through decimal is needed.
    public static Candle Of(in Bar bar)
    {
        double price = Scaled.PowerOfTen(bar.PriceScale), size = Scaled.PowerOfTen(bar.Instrument.SizeScale);
        return new Candle(bar.OpenRaw / price, bar.HighRaw / price, bar.LowRaw / price, bar.CloseRaw / price, bar.VolumeRaw / size);
    }

    /// <summary>Span of the bar with the gap to the close before it; NaN without one.</summary>
    public double TrueRange(in Candle before) => Math.Max(High, before.Close) - Math.Min(Low, before.Close);
}
