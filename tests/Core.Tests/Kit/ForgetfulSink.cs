namespace Workbench.Core.Tests.Kit;

/// <summary>Keeps nothing, for runs whose memory is measured.</summary>
sealed class ForgetfulSink : IRunSink
{
    public void Order(Order order) { }

    public void Fill(in Fill fill) { }

    public void Trade(in RoundTrip trade) { }

    public void Equity(in EquityPoint point) { }

    public void Day(in EquityPoint close) { }

    public void Chart(in Bar candle, ReadOnlySpan<double> indicators) { }

    public void Journal(ReadOnlySpan<byte> block) { }
}
