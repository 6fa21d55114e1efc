using Workbench.Model;

namespace Workbench.Brokers.Links;

/// <summary>
/// One connection that is kept up: connects, reads until it breaks, says so, waits and connects anew, until it is disposed.
/// What a connection is, the venue's stream says; what was missed while it was down, the session asks for.
/// </summary>
/// <param name="kind">What it carries.</param>
/// <param name="inbox">Who is told.</param>
/// <param name="time">Clock of the pauses.</param>
/// <param name="connect">Connects, subscribes, calls back once events flow, and reads until the connection ends or breaks. Silence is its own affair: a watchdog that
/// throws belongs inside.</param>
sealed class Link(LinkKind kind, IInbox inbox, TimeProvider time, Func<Action, CancellationToken, Task> connect) : IAsyncDisposable
{
    readonly CancellationTokenSource stop = new();
    readonly TaskCompletionSource up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Task? running;

    /// <summary>Starts it; the task ends once events flow the first time, or fails where the first connection is refused for good.</summary>
    public Task Start(CancellationToken cancel)
    {
        running = Run();
        return up.Task.WaitAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        if (running is not null)
        {
            await running.ConfigureAwait(false);
        }

        stop.Dispose();
    }

    async Task Run()
    {
        var backoff = new Backoff(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30));
        while (!stop.IsCancellationRequested)
        {
            var wasUp = false;
            var why = "the other side closed it";
            try
            {
                await connect(Flows, stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (WorkbenchException refused) when (!up.Task.IsCompleted)
            {
                up.TrySetException(refused);
                return;
            }
            catch (Exception broken) when (broken is not (OutOfMemoryException or StackOverflowException))
            {
                why = broken.Message;
            }

            if (wasUp)
            {
                inbox.Post(kind, LinkState.Down, why);
            }

            await Pause(backoff.Next()).ConfigureAwait(false);

            void Flows()
            {
                wasUp = true;
                backoff.Reset();
                inbox.Post(kind, LinkState.Up, "");
                up.TrySetResult();
            }
        }

        up.TrySetCanceled();
    }

    async Task Pause(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, time, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The loop sees it.
        }
    }
}
