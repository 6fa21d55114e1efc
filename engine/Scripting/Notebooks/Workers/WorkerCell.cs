namespace Workbench.Scripting.Notebooks;

/// <summary>A cell that a worker runs, or will run next.</summary>
sealed record WorkerCell(long Id, CellRequest Request)
{
    /// <summary>Asks it to stop.</summary>
    public CancellationTokenSource Interrupt { get; } = new();

    /// <summary>Asks it to stop, on a thread of its own: what the cell does when asked may take its time.</summary>
    public void Stop() => new Thread(() =>
    {
        try
        {
            Interrupt.Cancel();
        }
        catch (AggregateException)
        {
            // What the cell throws when it is asked is its own affair.
        }
    }) { IsBackground = true, Name = "interrupt" }.Start();
}
