namespace Workbench.Scripting.Notebooks;

/// <summary>A cell to run.</summary>
/// <param name="Code">Its text, magics included.</param>
public sealed record CellRequest(string Code)
{
    /// <summary>Language of the cell where no magic in it names another: <c>csharp</c> (default), <c>markdown</c>, <c>html</c>, <c>javascript</c>, <c>mermaid</c>.</summary>
    public string Language { get; init; } = "csharp";

    /// <summary>The cell's id in its file; null where it has none. Running a cell again under its id replaces what it declared.</summary>
    public string? CellId { get; init; }

    /// <summary>The notebook's path; relative paths of <c>#load</c>, <c>#r</c> and <c>#!import</c> start at its folder. Null for the working folder.</summary>
    public string? Notebook { get; init; }

    /// <summary>Runs without being counted and without a value shown.</summary>
    public bool IsSilent { get; init; }
}
