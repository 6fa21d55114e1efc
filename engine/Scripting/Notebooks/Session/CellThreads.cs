namespace Workbench.Scripting.Notebooks;

/// <summary>
/// Knows whether a cell's own code is on a thread or only awaits something: the one can be left where it is when the cell is told to stop, the
/// other cannot. Continuations go to the pool as they would without it.
/// </summary>
/// <param name="failed">Told what an <c>async void</c> of the cell threw, which would else end the process.</param>
sealed class CellThreads(Action<Exception> failed) : SynchronizationContext
{
    // Time for a cell that hears of the interrupt to tidy up.
    static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    int busy;

    public Task<T> Start<T>(Func<Task<T>> work) => Task.Run(() =>
    {
        var started = Task.FromCanceled<T>(new CancellationToken(true));
        Interlocked.Increment(ref busy);
        Guarded(() => started = work());
        return started;
    });

    /// <summary>Waits for a cell, or for the moment when it was told to stop and only awaits.</summary>
    /// <exception cref="OperationCanceledException">It was left where it is.</exception>
    public async Task<T> Ended<T>(Task<T> run, CancellationToken interrupt)
    {
        await Task.WhenAny(run, run.WaitAsync(interrupt));
        if (!run.IsCompleted)
        {
            await Task.WhenAny(run, Task.Delay(Grace, CancellationToken.None));
        }

        while (!run.IsCompleted && Volatile.Read(ref busy) > 0)
        {
            await Task.WhenAny(run, Task.Delay(Look, CancellationToken.None));
        }

        if (!run.IsCompleted)
        {
            _ = run.ContinueWith(static left => left.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw new OperationCanceledException(interrupt);
        }

        return await run;
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        Interlocked.Increment(ref busy);
        ThreadPool.UnsafeQueueUserWorkItem(_ => Guarded(() => d(state)), null);
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    void Guarded(Action work)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            work();
        }
        catch (Exception error)
        {
            failed(error);
        }
        finally
        {
            SetSynchronizationContext(outer);
            Interlocked.Decrement(ref busy);
        }
    }
}
