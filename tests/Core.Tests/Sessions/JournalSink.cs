using Workbench.Core.Tests.Kit;

namespace Workbench.Core.Tests.Sessions;

/// <summary>Keeps what a session puts out, and hands its output records on to its journal.</summary>
sealed class JournalSink : IRunSink
{
    public RecordingSink Kept { get; } = new();

    public Recorder? Recorder { get; set; }

    public MemoryStream Output { get; } = new();

    public void Order(Order order) => Kept.Order(order);

    public void Fill(in Fill fill) => Kept.Fill(in fill);

    public void Trade(in RoundTrip trade) => Kept.Trade(in trade);

    public void Equity(in EquityPoint point) => Kept.Equity(in point);

    public void Day(in EquityPoint close) => Kept.Day(in close);

    public void Chart(in Bar candle, ReadOnlySpan<double> indicators) => Kept.Chart(in candle, indicators);

    public void Journal(ReadOnlySpan<byte> block)
    {
        Output.Write(block);
        Recorder?.Put(block);
    }
}
