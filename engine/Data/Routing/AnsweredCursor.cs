namespace Workbench.Data.Routing;

/// <summary>A tape of what a source answered: that it cannot be read is that source's failure, and another may do better.</summary>
/// <param name="inner">The tape.</param>
/// <param name="source">The source.</param>
sealed class AnsweredCursor<TBatch>(ICursor<TBatch> inner, string source) : ICursor<TBatch>
{
    public Instrument Instrument => inner.Instrument;

    public bool Read(TBatch into)
    {
        try
        {
            return inner.Read(into);
        }
        catch (WorkbenchException refusal)
        {
            throw UnusableAnswer.Of(source, refusal);
        }
    }

    public void Dispose() => inner.Dispose();
}
