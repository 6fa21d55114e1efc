using System.Diagnostics;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// A kernel in a process of its own, the worker, which it starts and starts anew: whatever a cell does, the program that asked for it lives on.
/// A cell that does not stop when it is told to, or takes too much memory, is ended with its process, and the result says what was lost.
/// </summary>
public sealed class KernelProcess : IKernel
{
    /// <summary>How often a running cell is looked at.</summary>
    static readonly TimeSpan Pulse = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a worker that was let go may take to end.</summary>
    static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(3);

    readonly Func<WorkerPipes, ProcessStartInfo> command;
    readonly KernelLimits limits;
    readonly SemaphoreSlim turn = new(1, 1);
    readonly Lock slot = new();
    Task<WorkerProcess>? current;
    WorkerDeath? untold;
    IReadOnlyList<string> names = [];
    int count;
    bool isClosed;

    /// <summary>Begins to start a worker; the first call of anything waits for it.</summary>
    /// <param name="command">The command line of a process that calls <see cref="WorkerLoop.Run(WorkerPipes, Func{IKernel})"/> with these pipes.</param>
    /// <param name="limits">What the worker may take; null for the defaults.</param>
    public KernelProcess(Func<WorkerPipes, ProcessStartInfo> command, KernelLimits? limits = null)
    {
        this.command = command;
        this.limits = limits ?? new KernelLimits();
        current = WorkerProcess.Start(command, this.limits);
    }

    /// <summary>The worker's process; null where none runs.</summary>
    public int? ProcessId
    {
        get
        {
            lock (slot)
            {
                return current is { IsCompletedSuccessfully: true } && !current.Result.Ended.IsCompleted ? current.Result.Id : null;
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="WorkbenchException">No worker can be started. The next call tries once more.</exception>
    public async Task<CellResult> Execute(CellRequest request, ICellOutput output, CancellationToken interrupt)
    {
        try
        {
            await turn.WaitAsync(interrupt).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new CellResult(CellStatus.Interrupted, count, null, WorkerErrors.NotBegun(), names, 0);
        }

        try
        {
            return await InTurn(request, output, interrupt).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<Completions> Complete(string code, int position) => (Completions)(await Ask(Question.Complete, code, position).ConfigureAwait(false))!;

    /// <inheritdoc/>
    public async Task<MimeBundle?> Inspect(string code, int position) => (MimeBundle?)await Ask(Question.Inspect, code, position).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<SignatureHelp?> Signatures(string code, int position) => (SignatureHelp?)await Ask(Question.Signatures, code, position).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CellDiagnostic>> Diagnose(string code) => (IReadOnlyList<CellDiagnostic>)(await Ask(Question.Diagnose, code, 0).ConfigureAwait(false))!;

    /// <inheritdoc/>
    public async Task<bool> IsComplete(string code) => (bool)(await Ask(Question.IsComplete, code, 0).ConfigureAwait(false))!;

    /// <summary>Ends the worker, also under a running cell, and waits for a new one.</summary>
    /// <exception cref="WorkbenchException">No worker can be started.</exception>
    public async Task Restart()
    {
        Task<WorkerProcess>? old;
        lock (slot)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            old = current;
            current = null;
            (untold, names, count) = (null, [], 0);
        }

        await End(old, WorkerFate.Restarted).ConfigureAwait(false);
        await Worker().ConfigureAwait(false);
    }

    /// <summary>Ends the worker.</summary>
    public async ValueTask DisposeAsync()
    {
        Task<WorkerProcess>? last;
        lock (slot)
        {
            last = current;
            current = null;
            isClosed = true;
        }

        await End(last, WorkerFate.Closed).ConfigureAwait(false);
    }

    async Task<CellResult> InTurn(CellRequest request, ICellOutput output, CancellationToken interrupt)
    {
        var began = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var worker = await Worker().ConfigureAwait(false);
            TellOfDeath(output);
            var (known, before) = (names, count);
            var cell = await Run(worker, request, output, interrupt).ConfigureAwait(false);
            if (cell.Deaf is { } error)
            {
                throw new InvalidOperationException("Whoever listens to the cell's output threw: " + error.Message, error);
            }

            if (cell.Result is { } result)
            {
                (names, count) = (result.Names, result.Count);
                return result;
            }

            var death = await worker.Ended.ConfigureAwait(false);
            // It had died before the cell came to it, which was noticed only now: nothing of the cell was run.
            if (!cell.HasBegun && death.Fate == WorkerFate.Died && attempt == 1)
            {
                continue;
            }

            Replace(worker);
            return new CellResult(CellStatus.Lost, before + 1, null, WorkerErrors.Lost(death, limits, known), [], Stopwatch.GetElapsedTime(began).TotalSeconds);
        }
    }

    async Task<RunningCell> Run(WorkerProcess worker, CellRequest request, ICellOutput output, CancellationToken interrupt)
    {
        var cell = worker.Run(request, output);
        using var asked = interrupt.Register(() => worker.Interrupt(cell));
        var toldAt = 0L;
        while (await Task.WhenAny(cell.Ended, Task.Delay(Pulse, CancellationToken.None)).ConfigureAwait(false) != cell.Ended)
        {
            toldAt = toldAt == 0 && interrupt.IsCancellationRequested ? Stopwatch.GetTimestamp() : toldAt;
            if (toldAt != 0 && Stopwatch.GetElapsedTime(toldAt) > limits.Patience)
            {
                worker.Kill(WorkerFate.Stubborn);
            }

            if (worker.MemoryMb is var used && used > limits.MemoryMb)
            {
                worker.Kill(WorkerFate.Greedy, used);
            }
        }

        return cell;
    }

    /// <summary>Begins a new worker for one that ended under a cell: ready, or almost, by the time the next cell comes.</summary>
    void Replace(WorkerProcess dead)
    {
        lock (slot)
        {
            (names, count) = ([], 0);
            if (!isClosed && current is { IsCompletedSuccessfully: true } && current.Result == dead)
            {
                // What is wrong with it is said to the next cell.
                current = WorkerProcess.Start(command, limits);
            }
        }
    }

    void TellOfDeath(ICellOutput output)
    {
        if (untold is { } death)
        {
            output.Stream(StreamName.Error, WorkerErrors.LostBetween(death, limits, names));
            (untold, names, count) = (null, [], 0);
        }
    }

    /// <summary>The worker; a new one where there was none or it is over.</summary>
    async Task<WorkerProcess> Worker()
    {
        var started = Begin();
        try
        {
            return await started.ConfigureAwait(false);
        }
        catch
        {
            // Told once; then it may be tried again.
            lock (slot)
            {
                current = current == started ? null : current;
            }

            throw;
        }
    }

    Task<WorkerProcess> Begin()
    {
        lock (slot)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            if (current is { IsCompletedSuccessfully: true } && current.Result.Ended is { IsCompletedSuccessfully: true } ended)
            {
                untold ??= ended.Result.Fate == WorkerFate.Died ? ended.Result : null;
                current = null;
            }

            return current ??= WorkerProcess.Start(command, limits);
        }
    }

    async Task<object?> Ask(Question question, string code, int position)
    {
        try
        {
            var worker = await Worker().WaitAsync(limits.AnswerPatience).ConfigureAwait(false);
            return await worker.Ask(question, code, position, limits.AnswerPatience).ConfigureAwait(false) ?? Answers.Empty(question, position);
        }
        catch (Exception none) when (none is WorkbenchException or TimeoutException)
        {
            return Answers.Empty(question, position);
        }
    }

    static async Task End(Task<WorkerProcess>? started, WorkerFate why)
    {
        if (started is null)
        {
            return;
        }

        try
        {
            var worker = await started.ConfigureAwait(false);
            await worker.End(why, LongestGoodbye).ConfigureAwait(false);
        }
        catch (WorkbenchException)
        {
            // It never began.
        }
    }
}
