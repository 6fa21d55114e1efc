using Workbench.Model;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary>The cells of a notebook that wait to be run, the one that runs, and the kernel. One that fails sends those behind it home.</summary>
sealed class CellLine : IAsyncDisposable
{
    const int MostWaiting = 1_000;

    readonly Lock gate = new();
    readonly Queue<CellRun> waiting = new();
    readonly OpenNotebook notebook;
    readonly Func<Task<IKernel>> make;
    readonly Task<IKernel> kernel;
    CancellationTokenSource? interrupt;
    Task work = Task.CompletedTask;
    CellRun? running;
    bool isOver;

    public CellLine(OpenNotebook notebook, Func<Task<IKernel>> makeKernel)
    {
        this.notebook = notebook;
        make = makeKernel;
        kernel = Start();
    }

    /// <summary>Id of the cell that runs; null where none does.</summary>
    public string? Running
    {
        get
        {
            lock (gate)
            {
                return running?.Cell;
            }
        }
    }

    /// <summary>Ids of the cells that wait.</summary>
    public IReadOnlyList<string> Waiting
    {
        get
        {
            lock (gate)
            {
                return [.. waiting.Select(run => run.Cell)];
            }
        }
    }

    /// <summary>Whether a cell runs or waits.</summary>
    public bool Holds(string cell) => Running == cell || Waiting.Contains(cell);

    /// <summary>Puts a cell at the end of the line. One that is in it already stays where it is.</summary>
    public void Add(CellRun run)
    {
        lock (gate)
        {
            if (isOver || waiting.Count >= MostWaiting || running?.Cell == run.Cell || waiting.Any(other => other.Cell == run.Cell))
            {
                return;
            }

            waiting.Enqueue(run);
            if (running is null && waiting.Count == 1)
            {
                work = Work(work);
            }
        }

        notebook.Tell(PageEvent.Of("waiting", run.Cell));
    }

    /// <summary>Tells the running cell to stop, and sends the waiting ones home.</summary>
    public void Interrupt()
    {
        SendHome();
        lock (gate)
        {
            interrupt?.Cancel();
        }
    }

    /// <summary>Forgets all variables. A cell that runs is stopped first.</summary>
    public async Task Restart()
    {
        Interrupt();
        await work.ConfigureAwait(false);
        notebook.Be("starting");
        await Ask(async asked =>
        {
            await asked.Restart().ConfigureAwait(false);
            notebook.Be("idle");
            return true;
        }).ConfigureAwait(false);
    }

    /// <summary>Asks the kernel something; nothing where it cannot answer.</summary>
    public async Task<T?> Ask<T>(Func<IKernel, Task<T>> question)
    {
        try
        {
            return await question(await kernel.ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (Exception error) when (error is WorkbenchException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // A word that is not completed is no trouble; a kernel that does not come up is, and was said when it was started.
            return default;
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            isOver = true;
        }

        Interrupt();
        // The kernel is ended without waiting for a cell that may not want to end.
        if (await kernel.ContinueWith(started => started.IsCompletedSuccessfully ? started.Result : null, TaskScheduler.Default).ConfigureAwait(false) is { } own)
        {
            await own.DisposeAsync().ConfigureAwait(false);
        }

        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    async Task<IKernel> Start()
    {
        await Task.Yield();
        try
        {
            var started = await make().ConfigureAwait(false);
            notebook.Be("idle");
            return started;
        }
        catch (WorkbenchException error)
        {
            notebook.Be("lost", error.ToString());
            throw;
        }
    }

    async Task Work(Task before)
    {
        await Task.Yield();
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (Next() is var (run, stop))
        {
            using (stop)
            {
                await Run(run, stop.Token).ConfigureAwait(false);
            }
        }
    }

    (CellRun Run, CancellationTokenSource Stop)? Next()
    {
        lock (gate)
        {
            running = null;
            interrupt = null;
            if (isOver || !waiting.TryDequeue(out running))
            {
                return null;
            }

            interrupt = new CancellationTokenSource();
            return (running, interrupt);
        }
    }

    async Task Run(CellRun run, CancellationToken stop)
    {
        notebook.Be("busy");
        notebook.Show(run.Cell, cell => cell.Begin(), _ => PageEvent.Of("started", run.Cell));
        var result = await Execute(run, stop).ConfigureAwait(false);
        notebook.Show(run.Cell, cell => cell.End(result), cell => PageEvent.Finished(run.Cell, NameOf(result.Status), cell));
        if (result.Status != CellStatus.Ok)
        {
            SendHome();
        }

        notebook.Be(result.Status == CellStatus.Lost ? "lost" : "idle", result.Status == CellStatus.Lost ? result.Error?.Message : null);
    }

    async Task<CellResult> Execute(CellRun run, CancellationToken stop)
    {
        var output = new PageOutput(notebook, run.Cell);
        var request = new CellRequest(run.Code) { Language = run.Language, CellId = run.Cell, Notebook = notebook.File.Path };
        var result = await Ask(async asked => await asked.Execute(request, output, stop).ConfigureAwait(false)).ConfigureAwait(false)
            ?? new CellResult(CellStatus.Lost, 0, null, new CellError("KernelLost", "The kernel is gone. Restart it, or look at what the terminal says.", 0, 0, []), [], 0);
        output.End(result);
        return result;
    }

    void SendHome()
    {
        List<CellRun> home;
        lock (gate)
        {
            home = [.. waiting];
            waiting.Clear();
        }

        home.ForEach(run => notebook.Tell(PageEvent.Of("dropped", run.Cell)));
    }

    static string NameOf(CellStatus status) => status switch
    {
        CellStatus.Ok => "ok",
        CellStatus.Failed => "failed",
        CellStatus.Interrupted => "interrupted",
        _ => "lost",
    };
}
