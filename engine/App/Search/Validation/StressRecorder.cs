using Workbench.Core;
using Workbench.Model;
using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>Listens to the run on the real tape for what the second pass needs: its trades, and the stops it had resting.</summary>
sealed class StressRecorder : IRunSink
{
    const int Most = 200_000;

    readonly List<RoundTrip> trades = [];
    readonly List<RestingStop> stops = [];

    /// <summary>Closed trades, in the order of their exits; the first 200,000.</summary>
    public IReadOnlyList<RoundTrip> Trades => trades;

    /// <summary>Stops that rested; the first 200,000.</summary>
    public IReadOnlyList<RestingStop> Stops => stops;

    public void Order(Order order)
    {
        if (order.StopPx > 0m && order.Status != OrdStatus.Rejected && stops.Count < Most)
        {
            stops.Add(new RestingStop(order.Instrument.Symbol, order.Instrument.ToRaw(order.StopPx), order.SentNanos));
        }
    }

    public void Trade(in RoundTrip trade)
    {
        if (!trade.IsOpen && trades.Count < Most)
        {
            trades.Add(trade);
        }
    }

    /// <summary>Nothing: trades are made of fills.</summary>
    public void Fill(in Fill fill)
    {
    }

    /// <summary>Nothing: the field measures equity.</summary>
    public void Equity(in EquityPoint point)
    {
    }

    /// <summary>Nothing, as for equity.</summary>
    public void Day(in EquityPoint close)
    {
    }

    /// <summary>Nothing: there is no chart.</summary>
    public void Chart(in Bar candle, ReadOnlySpan<double> indicators)
    {
    }

    /// <summary>Nothing: the hash is the field's.</summary>
    public void Journal(ReadOnlySpan<byte> block)
    {
    }
}
