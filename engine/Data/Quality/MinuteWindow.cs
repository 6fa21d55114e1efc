namespace Workbench.Data.Quality;

/// <summary>A window of minutes that moves forward over a tape's prices. Minutes without one are NaN.</summary>
sealed class MinuteWindow : IDisposable
{
    readonly IEnumerator<MinutePrice> tape;
    readonly double[] prices;
    long from = long.MinValue;

    public MinuteWindow(IEnumerable<MinutePrice> tape, int minutes)
    {
        this.tape = tape.GetEnumerator();
        prices = new double[minutes];
        Step();
    }

    /// <summary>When the first price is that lies behind the window; null when there is none.</summary>
    public long? NextTime { get; private set; }

    /// <summary>A price for each minute of the window; one that ends with the window's first minute is the first.</summary>
    public ReadOnlySpan<double> Prices => prices;

    /// <summary>Moves the window's start forward to an instant. Prices before it are lost.</summary>
    public void MoveTo(long start)
    {
        var kept = from == long.MinValue ? 0 : (int)Math.Max(0, prices.Length - ((start - from) / UtcNanos.Minute));
        Array.Copy(prices, prices.Length - kept, prices, 0, kept);
        prices.AsSpan(kept).Fill(double.NaN);
        from = start;
        var end = start + (prices.Length * UtcNanos.Minute);
        for (; NextTime <= end; Step())
        {
            if (NextTime > start)
            {
                prices[(int)((NextTime.Value - start - 1) / UtcNanos.Minute)] = tape.Current.Price;
            }
        }
    }

    public void Dispose() => tape.Dispose();

    void Step() => NextTime = tape.MoveNext() ? tape.Current.Time : null;
}
