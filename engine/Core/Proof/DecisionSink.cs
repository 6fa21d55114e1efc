namespace Workbench.Core;

/// <summary>Takes from a run what its strategy decided, out of the output log, and nothing else.</summary>
abstract class DecisionSink : IRunSink
{
    readonly List<string> texts = [""];
    readonly byte[] decision = new byte[2 * OutputLog.RecordSize];
    int details;

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
                Take(record);
            }
        }
    }

    /// <summary>
    /// A decision: its record, what stood in a record of details ahead of it behind that, and the strategy's word for why. The numbers
    /// that records and texts have in the log say nothing of the decision, since they also count what the strategy was told: they are 0.
    /// </summary>
    protected abstract void Take(ReadOnlySpan<byte> decided, string tag);

    void Take(OutputRecord record)
    {
        if (record.Kind == RecordKind.Details)
        {
            details = Keep(record, OutputLog.RecordSize);
            return;
        }

        var size = Keep(record, 0) + details;
        if (record.Kind == RecordKind.Submitted)
        {
            decision.AsSpan(OutputRecord.TagAt, sizeof(int)).Clear();
        }

        details = 0;
        Take(decision.AsSpan(0, size), texts[record.Tag]);
    }

    int Keep(OutputRecord record, int at)
    {
        record.Bytes.CopyTo(decision.AsSpan(at));
        decision.AsSpan(at + OutputRecord.SequenceAt, sizeof(long)).Clear();
        return record.Bytes.Length;
    }
}
