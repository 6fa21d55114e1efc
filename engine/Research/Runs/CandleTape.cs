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

    public List<double>[] Indicators { get; } = [.. Enumerable.Range(0, indicators).Select(_ => new List<double>())];

    public void Add(in Bar bar, ReadOnlySpan<double> values)
    {
        OpenTime.Add(bar.OpenNanos);
        CloseTime.Add(bar.CloseNanos);
        Open.Add((double)bar.Open);
        High.Add((double)bar.High);
        Low.Add((double)bar.Low);
        Close.Add((double)bar.Close);
        for (var i = 0; i < Indicators.Length; i++)
        {
            Indicators[i].Add(i < values.Length ? values[i] : double.NaN);
        }
    }
}
