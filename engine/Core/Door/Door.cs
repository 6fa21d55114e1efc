namespace Workbench.Core;

/// <summary>
/// The way in for what venues say. Reports queue here and are taken one by one after the handler at hand has returned, so
/// that a strategy is never called while it is still deciding: in a backtest as in live, an answer comes after the question.
/// </summary>
sealed class Door
{
    readonly Queue<ExecutionReport> inbox = new();

    /// <summary>Whether something waits.</summary>
    public bool HasPending => inbox.Count > 0;

    /// <summary>Lets a report in.</summary>
    public void Post(in ExecutionReport report) => inbox.Enqueue(report);

    /// <summary>Takes the oldest report.</summary>
    public bool TryTake(out ExecutionReport report) => inbox.TryDequeue(out report);
}
