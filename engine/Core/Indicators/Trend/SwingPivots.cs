namespace Workbench.Core;

/// <summary>Swing highs and lows (Bill Williams' fractals with 2 and 2): 1 on the bar that proves a swing high some bars ago, −1 for a low, 0 for neither or both.</summary>
/// <param name="left">Bars before that must be lower (higher), at least 1; 2.</param>
/// <param name="right">Bars after that must be lower (higher): the delay of the proof; 2.</param>
/// <remarks>Each bar costs at most as many comparisons as there are bars on both sides.</remarks>
public sealed class SwingPivots(int left = 2, int right = 2) : Study($"Swings({left},{right})", left + right + 1)
{
    readonly int right = right;
    readonly Window highs = new(left + right + 1);
    readonly Window lows = new(left + right + 1);

    /// <summary>Newest proven swing high, in quote currency; NaN before the first.</summary>
    public double High { get; private set; } = double.NaN;

    /// <summary>Newest proven swing low, in quote currency; NaN before the first.</summary>
    public double Low { get; private set; } = double.NaN;

    private protected override double Next(in Candle now, in Candle before)
    {
        highs.Add(now.High);
        lows.Add(now.Low);
        var (high, low) = (Stands(highs, 1), Stands(lows, -1));
        High = high ? highs[right] : High;
        Low = low ? lows[right] : Low;
        return (high ? 1d : 0d) - (low ? 1d : 0d);
    }

    bool Stands(Window line, int sign)
    {
        for (var ago = 0; ago < line.Length; ago++)
        {
            // Written so that a bar that is not there yet (NaN) makes no swing.
            if (ago != right && !(sign * line[right] > sign * line[ago]))
            {
                return false;
            }
        }

        return true;
    }
}
