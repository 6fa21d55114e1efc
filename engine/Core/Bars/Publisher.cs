using System.Runtime.InteropServices;

namespace Workbench.Core;

/// <summary>Shows closed bars to the scripts that asked for them, and candles with their indicators to the chart.</summary>
sealed class Publisher(Schedule schedule, Cast cast, IRunSink sink)
{
    readonly List<BarSeries> closing = [];
    readonly List<double> values = [];

    /// <summary>Closes the bars that end at an instant and shows them, the longest first.</summary>
    public void Close(long time)
    {
        // All indicators first: whoever decides at this instant may look at every bar that has closed by now.
        closing.Clear();
        foreach (var series in schedule.Series)
        {
            if (series.NextClose <= time && series.TryClose())
            {
                closing.Add(series);
            }
        }

        foreach (var series in closing)
        {
            Show(series);
        }
    }

    /// <summary>Draws the last candle as far as it came.</summary>
    public void CloseCharts()
    {
        foreach (var series in schedule.Series)
        {
            if (series.IsChart && series.NextClose < long.MaxValue && series.TryClose())
            {
                Show(series);
            }
        }
    }

    /// <summary>Shows what an event has closed of the bars that events close.</summary>
    public void Show(EventSeries series)
    {
        foreach (var bars in series.Closed)
        {
            do
            {
                cast.Bar(bars.Listeners, in bars.Closed);
            }
            while (bars.TryNext());
        }
    }

    void Show(BarSeries series)
    {
        if (!series.IsChart)
        {
            do
            {
                cast.Bar(series.Listeners, in series.Closed);
            }
            while (series.TryNext());
            return;
        }

        values.Clear();
        foreach (var seat in cast.Seats)
        {
            foreach (var (market, _, indicator) in seat.Named)
            {
                if (ReferenceEquals(market, series.Market))
                {
                    values.Add(indicator.Value);
                }
            }
        }

        sink.Chart(in series.Closed, CollectionsMarshal.AsSpan(values));
    }
}
