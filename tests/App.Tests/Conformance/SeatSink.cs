using Workbench.Core;

namespace Workbench.App.Tests.Conformance;

/// <summary>Keeps what a session puts out, and hands its output records on to its journal.</summary>
sealed class SeatSink : IRunSink
{
    public List<Fill> Fills { get; } = [];

    public List<RiskAlert> Alerts { get; } = [];

    public MemoryStream Output { get; } = new();

    public Recorder? Recorder { get; set; }

    public void Order(Order order)
    {
    }

    public void Fill(in Fill fill) => Fills.Add(fill);

    public void Trade(in RoundTrip trade)
    {
    }

    public void Alert(in RiskAlert said) => Alerts.Add(said);

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
        Output.Write(block);
        Recorder?.Put(block);
    }
}
