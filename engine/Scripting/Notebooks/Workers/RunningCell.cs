namespace Workbench.Scripting.Notebooks;

/// <summary>A cell that was given to a worker, as its door sees it.</summary>
sealed class RunningCell(long id, ICellOutput output)
{
    readonly TaskCompletionSource<CellResult?> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its number on the wire.</summary>
    public long Id => id;

    /// <summary>Whether anything of it was run.</summary>
    public bool HasBegun { get; set; }

    /// <summary>What its listener threw; null while that does not.</summary>
    public Exception? Deaf { get; private set; }

    /// <summary>What the worker says that it came to; null until it does.</summary>
    public CellResult? Result { get; set; }

    /// <summary>Done when it is over, with what it came to; null where the worker ended under it.</summary>
    public Task<CellResult?> Ended => ended.Task;

    /// <summary>Hands output on. A listener that throws hears no more, and gets its error back when the cell is over.</summary>
    public void Tell(Action<ICellOutput> what)
    {
        if (Deaf is not null)
        {
            return;
        }

        try
        {
            what(output);
        }
        catch (Exception error)
        {
            Deaf = error;
        }
    }

    /// <summary>It is over.</summary>
    public void End() => ended.TrySetResult(Result);
}
