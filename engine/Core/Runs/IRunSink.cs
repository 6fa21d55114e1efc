namespace Workbench.Core;

/// <summary>Takes a run's results as they arise, so that no run has to hold them all. Called on the engine's thread, in event order.</summary>
public interface IRunSink
{
    /// <summary>An order came to its end or is still open when the run ends.</summary>
    void Order(Order order);

    /// <summary>An order was filled, whole or part.</summary>
    void Fill(in Fill fill);

    /// <summary>A position was closed; at the end of the run also what is left open, marked so.</summary>
    void Trade(in RoundTrip trade);

    /// <summary>Money came or went without a trade: swap, funding, borrow fee, dividend, split.</summary>
    void Cash(in CashFlow flow)
    {
    }

    /// <summary>The venue warned of the account's margin, or began to close positions.</summary>
    void Margin(in MarginEvent said)
    {
    }

    /// <summary>A figure came near its limit of risk, passed it or is back, or a command was carried out.</summary>
    void Alert(in RiskAlert said)
    {
    }

    /// <summary>Equity at the next point of the run's sampling grid.</summary>
    void Equity(in EquityPoint point);

    /// <summary>Equity at the end of a trading day: the series that daily statistics are made of.</summary>
    void Day(in EquityPoint close);

    /// <summary>A candle of the run's chart, with the values its named indicators have at its close (NaN before they are ready).</summary>
    void Chart(in Bar candle, ReadOnlySpan<double> indicators);

    /// <summary>Canonical output records, whole ones, as chained into the <c>EventLogHash</c>: a block, or what is new of one.</summary>
    void Journal(ReadOnlySpan<byte> block);
}
