using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary>The notebooks that are open, each with a kernel of its own.</summary>
sealed class OpenNotebooks(PageFolder folder, Func<Task<IKernel>> makeKernel) : IAsyncDisposable
{
    // A kernel is a process with a compiler in it.
    const int MostOpen = 20;

    readonly Lock gate = new();
    readonly Dictionary<string, OpenNotebook> open = new(StringComparer.Ordinal);

    /// <summary>An open notebook; null where it is not.</summary>
    public OpenNotebook? Get(string name)
    {
        lock (gate)
        {
            return open.GetValueOrDefault(name);
        }
    }

    /// <summary>The notebook of that name, opened where it is not yet.</summary>
    /// <exception cref="Workbench.Model.WorkbenchException">It is not served, or cannot be read.</exception>
    public OpenNotebook Open(string name)
    {
        lock (gate)
        {
            // One that is open stays so when its file is deleted: the page still has the text, and may save it.
            return open.TryGetValue(name, out var known) ? known
                : open.Count >= MostOpen ? throw PageErrors.TooManyOpen(MostOpen)
                : open[name] = new OpenNotebook(name, new PageFile(folder.Find(name)), makeKernel);
        }
    }

    /// <summary>Closes a notebook: its kernel ends, what was not saved is forgotten.</summary>
    public async Task Close(string name)
    {
        OpenNotebook? notebook;
        lock (gate)
        {
            open.Remove(name, out notebook);
        }

        if (notebook is not null)
        {
            notebook.Tell(PageEvent.State("closed", null));
            await notebook.DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        List<string> names;
        lock (gate)
        {
            names = [.. open.Keys];
        }

        await Task.WhenAll(names.Select(Close)).ConfigureAwait(false);
    }
}
