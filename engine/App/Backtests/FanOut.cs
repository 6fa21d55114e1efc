using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Hands a run's results to two listeners: one keeps figures, one writes tables.</summary>
sealed class FanOut(IRunSink first, IRunSink second) : IRunSink
{
    public void Order(Order order)
    {
        first.Order(order);
        second.Order(order);
    }

    public void Fill(in Fill fill)
    {
        first.Fill(in fill);
        second.Fill(in fill);
    }

    public void Trade(in RoundTrip trade)
    {
        first.Trade(in trade);
        second.Trade(in trade);
    }

    public void Cash(in CashFlow flow)
    {
        first.Cash(in flow);
        second.Cash(in flow);
    }

    public void Margin(in MarginEvent said)
    {
        first.Margin(in said);
        second.Margin(in said);
    }

    public void Alert(in RiskAlert said)
    {
        first.Alert(in said);
        second.Alert(in said);
    }

    public void Equity(in EquityPoint point)
    {
        first.Equity(in point);
        second.Equity(in point);
    }

    public void Day(in EquityPoint close)
    {
        first.Day(in close);
        second.Day(in close);
    }

    public void Chart(in Bar candle, ReadOnlySpan<double> indicators)
    {
        first.Chart(in candle, indicators);
        second.Chart(in candle, indicators);
    }

    public void Journal(ReadOnlySpan<byte> block)
    {
        first.Journal(block);
        second.Journal(block);
    }
}
