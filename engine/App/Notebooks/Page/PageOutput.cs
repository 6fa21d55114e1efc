using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary>Takes a running cell's output to what its notebook shows.</summary>
sealed class PageOutput(OpenNotebook notebook, string cell) : ICellOutput
{
    public void Stream(StreamName name, string text)
    {
        var known = name == StreamName.Out ? "stdout" : "stderr";
        notebook.Show(cell, shown => shown.Stream(known, text), _ => PageEvent.Stream(cell, known, text));
    }

    public void Display(MimeBundle content, string? displayId = null) => Add(OutputJson.Display(content), displayId);

    public void Update(string displayId, MimeBundle content) => notebook.Update(displayId, MimeJson.Data(content), MimeJson.Metadata(content));

    public void Clear(bool wait) => notebook.Show(cell, shown => shown.Clear(wait), _ => PageEvent.Clear(cell, wait));

    /// <summary>Shows what the cell came to.</summary>
    public void End(CellResult result)
    {
        if (result.Value is { } value)
        {
            Add(OutputJson.Result(value, result.Count), null);
        }

        if (result.Error is { } error)
        {
            Add(OutputJson.Error(error), null);
        }
    }

    void Add(JsonObject output, string? displayId) =>
        notebook.Show(cell, shown => shown.Add(output, displayId), _ => PageEvent.Output(cell, output, displayId));
}
