using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary>
/// A notebook that is open: its file, its kernel, what its cells showed, and the pages that look at it. The page owns the text, and this the outputs, so
/// that a page may be closed while a cell runs, and finds all of it when it comes back.
/// </summary>
sealed class OpenNotebook : IAsyncDisposable
{
    readonly Lock gate = new();
    readonly Dictionary<string, ShownCell> shown = [];
    readonly List<Outbox> pages = [];
    readonly CellLine line;
    (string State, string? Message) state = ("starting", null);

    public OpenNotebook(string name, PageFile file, Func<Task<IKernel>> makeKernel)
    {
        Name = name;
        File = file;
        line = new CellLine(this, makeKernel);
        ShowFile();
    }

    /// <summary>Its name in the served folder.</summary>
    public string Name { get; }

    /// <summary>Its file.</summary>
    public PageFile File { get; }

    /// <summary>What is to be run, and the kernel that runs it.</summary>
    public CellLine Line => line;

    /// <summary>How its kernel is: <c>starting</c>, <c>idle</c>, <c>busy</c> or <c>lost</c>.</summary>
    public string State
    {
        get
        {
            lock (gate)
            {
                return state.State;
            }
        }
    }

    /// <summary>A page begins to look: first it is told how all stands, then all that happens.</summary>
    public void Join(Outbox page)
    {
        lock (gate)
        {
            page.Post(PageEvent.Hello(Snapshot()));
            pages.Add(page);
        }
    }

    /// <summary>A page looks no longer.</summary>
    public void Leave(Outbox page)
    {
        lock (gate)
        {
            pages.Remove(page);
        }
    }

    /// <summary>Tells all pages.</summary>
    public void Tell(PageEvent news)
    {
        lock (gate)
        {
            pages.ForEach(page => page.Post(news));
        }
    }

    /// <summary>Changes what a cell shows, and tells all pages, so that neither comes without the other.</summary>
    public void Show(string cell, Action<ShownCell> change, Func<ShownCell, PageEvent> tell)
    {
        lock (gate)
        {
            if (!shown.TryGetValue(cell, out var own))
            {
                shown[cell] = own = new ShownCell();
            }

            change(own);
            Tell(tell(own));
        }
    }

    /// <summary>Replaces what any cell showed under a name.</summary>
    public void Update(string displayId, JsonObject data, JsonObject metadata)
    {
        lock (gate)
        {
            foreach (var cell in shown.Values)
            {
                cell.Update(displayId, data, metadata);
            }

            Tell(PageEvent.Update(displayId, data, metadata));
        }
    }

    /// <summary>Says how the kernel is.</summary>
    public void Be(string now, string? message = null)
    {
        lock (gate)
        {
            state = (now, message);
            Tell(PageEvent.State(now, message));
        }
    }

    /// <summary>Writes the page's cells, with what they showed, into the file.</summary>
    /// <param name="cells">The cells as the page has them.</param>
    /// <param name="version">Version of the file that the page began from; null to replace whatever is there.</param>
    /// <returns>The file's new version.</returns>
    public string Save(IReadOnlyList<PageCell> cells, string? version)
    {
        lock (gate)
        {
            var saved = File.Save([.. cells.Select(cell => File.Merge(cell, shown.GetValueOrDefault(cell.Id)))], version);
            Tell(PageEvent.Saved(saved));
            return saved;
        }
    }

    /// <summary>Takes the file as it is on disk now, and shows it to all pages.</summary>
    public void Reload()
    {
        lock (gate)
        {
            File.Reload();
            ShowFile();
            Tell(PageEvent.Hello(Snapshot()));
        }
    }

    public ValueTask DisposeAsync() => line.DisposeAsync();

    void ShowFile()
    {
        foreach (var cell in File.Notebook.Cells.Where(cell => cell.Kind == CellKind.Code && !line.Holds(cell.Id)))
        {
            shown[cell.Id] = ShownCell.Of(cell.Outputs, cell.ExecutionCount);
        }
    }

    JsonObject Snapshot() => new()
    {
        ["name"] = Name,
        ["version"] = File.Version,
        ["state"] = state.State,
        ["message"] = state.Message,
        ["running"] = line.Running,
        ["waiting"] = new JsonArray([.. line.Waiting.Select(cell => (JsonNode)cell)]),
        ["cells"] = new JsonArray([.. File.Notebook.Cells.Select(cell => (JsonNode)PageCell.Json(cell))]),
        ["shown"] = new JsonObject(shown.Select(each => KeyValuePair.Create(each.Key, (JsonNode?)each.Value.ForPage()))),
    };
}
