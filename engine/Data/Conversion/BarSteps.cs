namespace Workbench.Data.Conversion;

/// <summary>The moments and prices of a path through one bar.</summary>
static class BarSteps
{
    /// <summary>The last price lies this long before the bar's end, so that it belongs to the bar, and to longer bars that end there too.</summary>
    const long BeforeEnd = UtcNanos.Millisecond;

    /// <summary>Events that a bar becomes.</summary>
    public static int CountOf(BarPath path) => path == BarPath.Close ? 1 : 4;

    /// <summary>When the step of that number is, from 0.</summary>
    public static long TimeOf(BarPath path, BarBatch bars, int at, int step)
    {
        long open = bars.OpenTime[at], close = bars.CloseTime[at];
        return step == CountOf(path) - 1 ? close - BeforeEnd : open + (close - open) / 3 * step;
    }

    /// <summary>The price of that step, raw.</summary>
    public static long PriceOf(BarPath path, BarBatch bars, int at, int step) => path == BarPath.Close
        ? bars.Close[at]
        : step switch
        {
            0 => bars.Open[at],
            1 => bars.High[at],
            2 => bars.Low[at],
            _ => bars.Close[at],
        };
}
