using Workbench.Core;

namespace Workbench.App;

/// <summary>What the session says it did, held against what the venue knows.</summary>
sealed class StormSink : IRunSink
{
    /// <summary>Fills the session has booked.</summary>
    public List<Fill> Fills { get; } = [];

    /// <summary>All it put out.</summary>
    public MemoryStream Output { get; } = new();

    /// <summary>Keeps its output; null while a journal is read back.</summary>
    public Recorder? Recorder { get; set; }

    public void Order(Model.Order order)
    {
    }

    public void Fill(in Fill fill) => Fills.Add(fill);

    public void Trade(in RoundTrip trade)
    {
    }

    public void Equity(in EquityPoint point)
    {
    }

    public void Day(in EquityPoint close)
    {
    }

    public void Chart(in Model.Bar candle, ReadOnlySpan<double> indicators)
    {
    }

    public void Journal(ReadOnlySpan<byte> block)
    {
        Output.Write(block);
        Recorder?.Put(block);
    }
}
