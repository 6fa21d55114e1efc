namespace Workbench.Research;

/// <summary>The chart candles of one instrument as they come in, with indicator values beside each.</summary>
sealed class CandleTape(Instrument instrument, int indicators)
{
    public Instrument Instrument { get; } = instrument;

    public List<long> OpenTime { get; } = [];

    public List<long> CloseTime { get; } = [];

    public List<double> Open { get; } = [];

    public List<double> High { get; } = [];

    public List<double> Low { get; } = [];

    public List<double> Close { get; } = [];

    /// <summary>Close of the candle that came last; NaN before the first.</summary>
    public double LastClose { get; private set; } = double.NaN;

    public List<double>[] Indicators { get; } = [.. Enumerable.Range(0, indicators).Select(_ => new List<double>())];

    /// <summary>Takes a candle that nobody will draw.</summary>
    public void Pass(in Bar bar) => LastClose = (double)bar.Close;

    public void Add(in Bar bar, ReadOnlySpan<double> values)
    {
        Pass(in bar);
        OpenTime.Add(bar.OpenNanos);
        CloseTime.Add(bar.CloseNanos);
        Open.Add((double)bar.Open);
        High.Add((double)bar.High);
        Low.Add((double)bar.Low);
        Close.Add(LastClose);
        for (var i = 0; i < Indicators.Length; i++)
        {
            Indicators[i].Add(i < values.Length ? values[i] : double.NaN);
        }
    }
}
