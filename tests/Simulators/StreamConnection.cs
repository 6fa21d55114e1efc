using System.Threading.Channels;

namespace Workbench.Simulators;

/// <summary>
/// One open stream of a venue: a queue of messages out, a reader in, pings between. Messages are queued from within the exchange's
/// lock, so queueing never waits; who does not read fast enough is cut off, as venues do.
/// </summary>
public sealed class StreamConnection(SimSocket socket, Faults faults, TimeSpan heartbeat, TimeSpan pongWithin)
{
    const int MostWaiting = 20_000;
    readonly Channel<string> outbox = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    /// <summary>Queues a message.</summary>
    public void Send(string text)
    {
        if (!outbox.Writer.TryWrite(text) && !outbox.Reader.Completion.IsCompleted)
        {
            socket.Abort();
        }
    }

    public void FallSilent() => socket.FallSilent();

    public void Abort() => socket.Abort();

    /// <summary>Sends what is queued, then closes with a reason.</summary>
    public void Close(string why) => outbox.Writer.TryComplete(new StreamClosing(why));

    /// <summary>Opens the connection and serves it until either side ends it. What was queued before is sent first.</summary>
    public async Task RunAsync(Action<string> onText, CancellationToken stop)
    {
        await socket.OpenAsync().ConfigureAwait(false);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var both = Task.WhenAll(SendAllAsync(ended.Token), PingAsync(ended.Token));
        try
        {
            while (await socket.ReceiveAsync(ended.Token).ConfigureAwait(false) is { } text)
            {
                onText(text);
            }
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException)
        {
            // The other end went, or the simulator does.
        }
        finally
        {
            outbox.Writer.TryComplete();
            await ended.CancelAsync().ConfigureAwait(false);
            await both.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task SendAllAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var text in outbox.Reader.ReadAllAsync(stop).ConfigureAwait(false))
            {
                if (faults.Take(FaultKind.CloseMidFrame))
                {
                    await socket.BreakOffAsync(text, stop).ConfigureAwait(false);
                    return;
                }

                await socket.SendAsync(text, stop).ConfigureAwait(false);
            }
        }
        catch (StreamClosing closing)
        {
            // Cut off at once, the other end might not get to read what was sent last.
            await socket.CloseAsync(1008, closing.Message, stop).ConfigureAwait(false);
            await Task.Delay(TimeSpan.FromSeconds(2), stop).ConfigureAwait(false);
            socket.Abort();
        }
    }

    async Task PingAsync(CancellationToken stop)
    {
        for (var sent = 0; heartbeat > TimeSpan.Zero; sent++)
        {
            await Task.Delay(heartbeat, stop).ConfigureAwait(false);
            var before = socket.Pongs;
            await socket.PingAsync(sent.ToString(System.Globalization.CultureInfo.InvariantCulture), stop).ConfigureAwait(false);
            _ = CutOffUnlessAnsweredAsync(before, stop);
        }
    }

    async Task CutOffUnlessAnsweredAsync(int before, CancellationToken stop)
    {
        await Task.Delay(pongWithin, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stop.IsCancellationRequested && socket.Pongs == before && !socket.IsSilent)
        {
            socket.Abort();
        }
    }

    sealed class StreamClosing(string why) : Exception(why);
}
