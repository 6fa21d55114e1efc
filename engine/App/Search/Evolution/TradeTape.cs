using Workbench.Core;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary>Keeps the trades that a run closed, and nothing else.</summary>
sealed class TradeTape : IRunSink
{
    readonly List<ListedTrade> trades = [];

    /// <summary>The trades, by exit.</summary>
    public IReadOnlyList<ListedTrade> Trades => trades;

    public void Trade(in RoundTrip trade)
    {
        if (!trade.IsOpen)
        {
            trades.Add(ListedTrade.From(trade, trades.Count + 1));
        }
    }

    public void Order(Order order)
    {
    }

    public void Fill(in Fill fill)
    {
    }

    public void Equity(in EquityPoint point)
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
