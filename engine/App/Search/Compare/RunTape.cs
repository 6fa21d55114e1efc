using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Compare;

namespace Workbench.App;

/// <summary>Keeps what a run's tables would hold, for one that writes none: trades, fills, and the worth of the account.</summary>
sealed class RunTape : IRunSink
{
    readonly List<ListedTrade> trades = [];
    readonly List<ComparedFill> fills = [];
    readonly List<(long Time, double Worth)> points = [];

    /// <summary>Closed trades, by exit.</summary>
    public IReadOnlyList<ListedTrade> Trades => trades;

    /// <summary>Executions, by time.</summary>
    public IReadOnlyList<ComparedFill> Fills => fills;

    /// <summary>Worth of the account at the points of the run's grid.</summary>
    public IReadOnlyList<(long Time, double Worth)> Points => points;

    public void Trade(in RoundTrip trade)
    {
        if (!trade.IsOpen)
        {
            trades.Add(ListedTrade.From(trade, trades.Count + 1));
        }
    }

    public void Fill(in Fill fill) => fills.Add(new ComparedFill(fill.Time, fill.Instrument.Symbol, fill.Side, fill.Qty, fill.Price, fill.Tag));

    public void Equity(in EquityPoint point) => points.Add((point.Time, (double)point.Equity));

    public void Order(Order order)
    {
    }

    public void Day(in EquityPoint close)
    {
    }

    public void Chart(in Bar candle, ReadOnlySpan<double> indicators)
    {
    }

    public void Journal(ReadOnlySpan<byte> block)
    {
    }
}
