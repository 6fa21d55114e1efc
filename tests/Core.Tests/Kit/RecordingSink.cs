using System.Security.Cryptography;

namespace Workbench.Core.Tests.Kit;

/// <summary>Keeps all that a run gives out.</summary>
sealed class RecordingSink : IRunSink
{
    byte[] chain = new byte[32];

    public List<Order> Orders { get; } = [];

    public List<Fill> Fills { get; } = [];

    public List<RoundTrip> Trades { get; } = [];

    public List<CashFlow> Flows { get; } = [];

    public List<MarginEvent> Warnings { get; } = [];

    public List<RiskAlert> Alerts { get; } = [];

    public List<EquityPoint> Points { get; } = [];

    public List<EquityPoint> Days { get; } = [];

    public List<(Bar Bar, double[] Values)> Candles { get; } = [];

    public List<byte[]> Blocks { get; } = [];

    /// <summary>The chain computed anew from the blocks: SHA-256 of the hash before and the block.</summary>
    public string Chain => Convert.ToHexStringLower(chain);

    public void Order(Order order) => Orders.Add(order);

    public void Fill(in Fill fill) => Fills.Add(fill);

    public void Trade(in RoundTrip trade) => Trades.Add(trade);

    public void Cash(in CashFlow flow) => Flows.Add(flow);

    public void Margin(in MarginEvent said) => Warnings.Add(said);

    public void Alert(in RiskAlert said) => Alerts.Add(said);

    public void Equity(in EquityPoint point) => Points.Add(point);

    public void Day(in EquityPoint close) => Days.Add(close);

    public void Chart(in Bar candle, ReadOnlySpan<double> indicators) => Candles.Add((candle, indicators.ToArray()));

    public void Journal(ReadOnlySpan<byte> block)
    {
        Blocks.Add(block.ToArray());
        chain = SHA256.HashData([.. chain, .. block]);
    }
}
