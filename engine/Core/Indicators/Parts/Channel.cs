namespace Workbench.Core;

/// <summary>Highest and lowest of the last n values of a line, or of the highs and lows of bars. NaN until there are n.</summary>
sealed class Channel(int length)
{
    // An oscillator that stands still trembles in its last digits; prices are at least a tick apart.
    const double Rounding = 1e-12;

    readonly Extreme<double> highest = new(length, 1);
    readonly Extreme<double> lowest = new(length, -1);

    public double Upper => highest.IsFull ? highest.Value : double.NaN;

    public double Lower => lowest.IsFull ? lowest.Value : double.NaN;

    public double Middle => (Upper + Lower) / 2d;

    /// <summary>Bars since the highest.</summary>
    public int UpperAge => highest.Age;

    /// <summary>Bars since the lowest.</summary>
    public int LowerAge => lowest.Age;

    public void Add(in Candle candle) => Add(candle.High, candle.Low);

    public void Add(double high, double low)
    {
        highest.Add(high);
        lowest.Add(low);
    }

    /// <summary>Place of a price in the channel, 0 at its bottom, 1 at its top, one half where it has no height beyond rounding.</summary>
    public double Place(double price) => Upper - Lower <= Rounding * Math.Abs(Upper) ? 0.5d : (price - Lower) / (Upper - Lower);
}
