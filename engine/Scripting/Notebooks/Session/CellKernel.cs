namespace Workbench.Scripting.Notebooks;

/// <summary>
/// The kernel in its own process's memory: compiles and runs cells here. What it cannot do is survive a cell that ends the process, or stop one
/// that never looks up; that takes a process around it.
/// </summary>
public sealed class CellKernel : IKernel
{
    readonly SemaphoreSlim turn = new(1, 1);
    readonly KernelSetup setup;
    volatile CellSession session;
    CellOutput? latest;
    int count;

    /// <summary>Begins a session. Takes the place of the process's console, for what cells print.</summary>
    /// <param name="setup">What the program adds.</param>
    public CellKernel(KernelSetup setup)
    {
        this.setup = setup;
        session = new CellSession(setup);
        CellConsole.Install();
    }

    /// <inheritdoc/>
    public Task<CellResult> Execute(CellRequest request, ICellOutput output, CancellationToken interrupt) => InTurn(() =>
    {
        count += request.IsSilent ? 0 : 1;
        return Run(request, output, interrupt);
    });

    /// <summary>Runs a cell that does nothing, so that the first one that does something need not wait for the compiler to wake up.</summary>
    public Task WarmUp() => InTurn(() => Run(new CellRequest("await System.Threading.Tasks.Task.CompletedTask; $\"{1 + 1}\"") { IsSilent = true }, new Silence(), default));

    /// <inheritdoc/>
    public Task<Completions> Complete(string code, int position) => Task.Run(() => session.Language.Complete(code, position));

    /// <inheritdoc/>
    public Task<MimeBundle?> Inspect(string code, int position) => Task.Run(() => session.Inspect(code, position));

    /// <inheritdoc/>
    public Task<SignatureHelp?> Signatures(string code, int position) => Task.Run(() => session.Language.Signatures(code, position));

    /// <inheritdoc/>
    public Task<IReadOnlyList<CellDiagnostic>> Diagnose(string code) => Task.Run(() => session.Language.Diagnose(code));

    /// <inheritdoc/>
    public Task<bool> IsComplete(string code) => Task.Run(() => session.Language.IsComplete(code));

    /// <inheritdoc/>
    public Task Restart() => InTurn(() =>
    {
        (session, latest, count) = (new CellSession(setup), null, 0);
        return Task.FromResult(true);
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync();
        session.State = CellState.Empty;
        turn.Dispose();
    }

    async Task<CellResult> Run(CellRequest request, ICellOutput output, CancellationToken interrupt)
    {
        var own = new CellOutput(output, setup.MostOutput, session.Shown, () => latest);
        latest = own;
        try
        {
            return await new CellRun(session, setup, request, count, own, interrupt).Run();
        }
        finally
        {
            own.End();
        }
    }

    // On the pool, because the compiler would hold up whoever asks.
    async Task<T> InTurn<T>(Func<Task<T>> work)
    {
        await turn.WaitAsync();
        try
        {
            return await Task.Run(work);
        }
        finally
        {
            turn.Release();
        }
    }
}
