using System.Text;
using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>Writes Jupyter's format as Jupyter does: a file that it wrote comes out with the same bytes.</summary>
static class IpynbWriter
{
    /// <summary>First minor version whose cells have ids; older ones must not.</summary>
    public const int FirstWithIds = 5;

    public static byte[] Write(Notebook notebook)
    {
        var language = CellLanguage.OfNotebook(notebook.Metadata);
        var root = (JsonObject)notebook.Other.DeepClone();
        root["cells"] = new JsonArray([.. notebook.Cells.Select(cell => Cell(cell, notebook.FormatMinor, language))]);
        root["metadata"] = notebook.Metadata.DeepClone();
        root["nbformat"] = notebook.Format;
        root["nbformat_minor"] = notebook.FormatMinor;
        return Encoding.UTF8.GetBytes(NotebookJson.Write(root));
    }

    static JsonObject Cell(NotebookCell cell, int minor, string language)
    {
        var fields = (JsonObject)cell.Other.DeepClone();
        fields["cell_type"] = cell.Kind.ToString().ToLowerInvariant();
        fields["metadata"] = CellLanguage.Said(cell, language);
        fields["source"] = TextLines.Of(cell.Source);
        if (minor >= FirstWithIds)
        {
            fields["id"] = cell.Id;
        }

        if (cell.Kind == CellKind.Code)
        {
            fields["outputs"] = cell.Outputs.DeepClone();
            fields["execution_count"] = cell.ExecutionCount;
        }

        return fields;
    }
}
