using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>The tags that people and programs give to cells, in the metadata under <c>tags</c>.</summary>
static class CellTags
{
    /// <summary>Whether a cell has a tag.</summary>
    public static bool Has(NotebookCell cell, string tag) => DibReader.Texts(cell.Metadata["tags"] as JsonArray ?? []).Contains(tag, StringComparer.Ordinal);
}
