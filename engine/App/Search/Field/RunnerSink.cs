using Workbench.Core;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary>Keeps of a variant's run what its figures are made of, and the hash of what it traded.</summary>
/// <param name="points">Samples of equity to make room for at once. Default 0.</param>
sealed class RunnerSink(int points = 0) : IRunSink, IDisposable
{
    /// <summary>What the figures are made of.</summary>
    public RunStatistics Statistics { get; } = new(figuresOnly: true, points);

    /// <summary>What it traded.</summary>
    public BehaviourHash Behaviour { get; } = new();

    public void Order(Order order) => Statistics.Order(order);

    public void Fill(in Fill fill) => Behaviour.Add(in fill);

    public void Trade(in RoundTrip trade) => Statistics.Trade(in trade);

    public void Equity(in EquityPoint point) => Statistics.Equity(in point);

    public void Day(in EquityPoint close) => Statistics.Day(in close);

    public void Chart(in Bar candle, ReadOnlySpan<double> indicators) => Statistics.Chart(in candle, indicators);

    /// <summary>Nothing: the chain of hashes is all that is kept of it.</summary>
    public void Journal(ReadOnlySpan<byte> block)
    {
    }

    public void Dispose() => Behaviour.Dispose();
}
