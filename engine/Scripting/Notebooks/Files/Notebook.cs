using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>A notebook as its file has it: cells in order, and whatever else the file says, kept as it is.</summary>
/// <param name="Cells">The cells.</param>
public sealed record Notebook(IReadOnlyList<NotebookCell> Cells)
{
    /// <summary>The file's own metadata: kernel, language, what other programs put there.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Version of the file format. Default 4.</summary>
    public int Format { get; init; } = 4;

    /// <summary>Minor version of the file format. Default 5, the first that gives cells ids.</summary>
    public int FormatMinor { get; init; } = 5;

    /// <summary>Fields of the file that have no property here, kept as they are.</summary>
    public JsonObject Other { get; init; } = [];
}
