namespace Workbench.Core;

/// <summary>Takes from a run what its strategy decided, out of the output log, and nothing else.</summary>
abstract class DecisionSink : IRunSink
{
    readonly List<string> texts = [""];

    public void Order(Order order)
    {
    }

    public void Fill(in Fill fill)
    {
    }

    public void Trade(in RoundTrip trade)
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
        while (OutputRecord.TryTake(ref block, out var record))
        {
            if (record.Kind == RecordKind.Text)
            {
                // Texts are numbered in the order in which they come.
                texts.Add(record.Text);
            }
            else if (record.IsDecision)
            {
                Take(record, texts[record.TextId]);
            }
        }
    }

    /// <summary>A decision, with the strategy's word for why.</summary>
    protected abstract void Take(OutputRecord record, string tag);
}
