using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Takes what a session puts out: into its journal first, then to whoever else listens.</summary>
/// <param name="results">Who else listens; null for nobody.</param>
sealed class SessionSink(IRunSink? results) : IRunSink
{
    /// <summary>Takes output records; the journal's recorder while a session runs, a comparison while one is run again.</summary>
    public Action<ReadOnlySpan<byte>>? Output { get; set; }

    /// <summary>Told of each fill.</summary>
    public Action<Fill>? Filled { get; set; }

    /// <summary>Told of each alert.</summary>
    public Action<RiskAlert>? Alerted { get; set; }

    /// <summary>Told of each order that ended.</summary>
    public Action<Order>? Ended { get; set; }

    public void Order(Order order)
    {
        results?.Order(order);
        Ended?.Invoke(order);
    }

    public void Fill(in Fill fill)
    {
        results?.Fill(in fill);
        Filled?.Invoke(fill);
    }

    public void Trade(in RoundTrip trade) => results?.Trade(in trade);

    public void Cash(in CashFlow flow) => results?.Cash(in flow);

    public void Margin(in MarginEvent said) => results?.Margin(in said);

    public void Alert(in RiskAlert said)
    {
        results?.Alert(in said);
        Alerted?.Invoke(said);
    }

    public void Equity(in EquityPoint point) => results?.Equity(in point);

    public void Day(in EquityPoint close) => results?.Day(in close);

    public void Chart(in Bar candle, ReadOnlySpan<double> indicators) => results?.Chart(in candle, indicators);

    public void Journal(ReadOnlySpan<byte> block)
    {
        results?.Journal(block);
        Output?.Invoke(block);
    }
}
