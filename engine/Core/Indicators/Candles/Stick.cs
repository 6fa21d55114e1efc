namespace Workbench.Core;

/// <summary>A candle with the means of the bars before it, and the words that patterns are told in (the default settings of TA-Lib).</summary>
readonly record struct Stick(Candle Candle, double MeanBody, double MeanRange, double MeanNearRange)
{
    public double Open => Candle.Open;

    public double High => Candle.High;

    public double Low => Candle.Low;

    public double Close => Candle.Close;

    public double Body => Math.Abs(Close - Open);

    public double Top => Math.Max(Open, Close);

    public double Bottom => Math.Min(Open, Close);

    public double UpperShadow => High - Top;

    public double LowerShadow => Bottom - Low;

    /// <summary>1 rising or unchanged, −1 falling.</summary>
    public int Color => Close >= Open ? 1 : -1;

    public bool Rises => Color > 0;

    public bool Falls => Color < 0;

    public bool IsLong => Body > MeanBody;

    public bool IsDoji => Body <= 0.1d * MeanRange;

    /// <summary>A shadow shorter than this is none.</summary>
    public double NoShadow => 0.1d * MeanRange;

    /// <summary>Prices this close are near each other.</summary>
    public double Near => 0.2d * MeanNearRange;

    /// <summary>Prices further apart than this are far from each other.</summary>
    public double Far => 0.6d * MeanNearRange;

    public bool IsAbove(in Stick other) => Bottom > other.Top;

    public bool IsBelow(in Stick other) => Top < other.Bottom;
}
