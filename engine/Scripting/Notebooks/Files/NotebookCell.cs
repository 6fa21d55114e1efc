using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>One cell of a notebook's file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Source">Its text, line ends as the file has them.</param>
public sealed record NotebookCell(CellKind Kind, string Source)
{
    /// <summary>Language of a code cell: <c>csharp</c> (default), <c>html</c>, <c>javascript</c>, <c>mermaid</c>, or any other that a file names and no kernel here runs.</summary>
    public string Language { get; init; } = "csharp";

    /// <summary>Its id; made where the file has none.</summary>
    public string Id { get; init; } = Guid.NewGuid().ToString("N")[..8];

    /// <summary>All that the file says of it, kept as it is.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>What it showed when it was run last, as the file format spells it; empty for a cell that was not run.</summary>
    public JsonArray Outputs { get; init; } = [];

    /// <summary>Its number when it was run last; null for never.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>Fields of the cell that have no property here, attachments among them, kept as they are.</summary>
    public JsonObject Other { get; init; } = [];
}
