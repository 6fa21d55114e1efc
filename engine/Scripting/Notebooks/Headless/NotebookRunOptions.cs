namespace Workbench.Scripting.Notebooks;

/// <summary>How a notebook is run.</summary>
public sealed record NotebookRunOptions
{
    /// <summary>The notebook's path; relative paths in cells start at its folder. Null for the working folder.</summary>
    public string? Path { get; init; }

    /// <summary>Longest that one cell may take. Default: no bound but that of the whole.</summary>
    public TimeSpan? CellTimeout { get; init; }

    /// <summary>Longest that all cells together may take. Default 600 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>Whether the cells behind one that failed run all the same. Default no.</summary>
    public bool KeepsGoing { get; init; }

    /// <summary>Told before a cell runs (no status yet) and after it; null for nobody.</summary>
    public Action<NotebookRunStep>? Watch { get; init; }
}
