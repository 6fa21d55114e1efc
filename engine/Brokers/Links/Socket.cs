using System.Net.WebSockets;
using System.Text;

namespace Workbench.Brokers.Links;

/// <summary>
/// One WebSocket, read message by message. The framework answers pings with their payload; ours in the other direction find the
/// connection that is half open, on which nothing would ever come again.
/// </summary>
sealed class Socket : IAsyncDisposable
{
    /// <summary>A message beyond this is no message: better a break than memory without a bound.</summary>
    const int LongestMessage = 16 * 1024 * 1024;

    static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(10);

    readonly ClientWebSocket socket = new();
    readonly TimeSpan silence;
    readonly CancellationTokenSource watchdog;
    readonly CancellationTokenSource either;
    readonly CancellationToken cancel;
    byte[] buffer = new byte[64 * 1024];

    Socket(TimeSpan silence, TimeProvider time, CancellationToken cancel)
    {
        this.silence = silence;
        this.cancel = cancel;
        watchdog = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        either = CancellationTokenSource.CreateLinkedTokenSource(cancel, watchdog.Token);
        socket.Options.KeepAliveInterval = ProbeEvery;
        socket.Options.KeepAliveTimeout = ProbeEvery;
    }

    /// <summary>Connects.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="silence">How long without a message is too long.</param>
    /// <param name="time">Clock of the watchdog.</param>
    /// <param name="cancel">Gives up, now or at any time of its life.</param>
    public static async Task<Socket> Open(Uri address, TimeSpan silence, TimeProvider time, CancellationToken cancel)
    {
        var opened = new Socket(silence, time, cancel);
        try
        {
            await opened.socket.ConnectAsync(address, cancel).ConfigureAwait(false);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Sends a text message.</summary>
    public async Task Send(string text) =>
        await socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancel).ConfigureAwait(false);

    /// <summary>The next message, whole; valid until the next call. Null where the other side closed.</summary>
    /// <exception cref="TimeoutException">Nothing came for too long.</exception>
    public async Task<ReadOnlyMemory<byte>?> Receive()
    {
        watchdog.CancelAfter(silence);
        try
        {
            return await Message().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (watchdog.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"nothing came for {silence.TotalSeconds:0} s");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (socket.State == WebSocketState.Open)
        {
            await Goodbye().ConfigureAwait(false);
        }

        socket.Dispose();
        either.Dispose();
        watchdog.Dispose();
    }

    async Task<ReadOnlyMemory<byte>?> Message()
    {
        var filled = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(filled), either.Token).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            filled += part.Count;
            if (part.EndOfMessage)
            {
                return buffer.AsMemory(0, filled);
            }

            MakeRoom(filled);
        }
    }

    void MakeRoom(int filled)
    {
        if (filled < buffer.Length)
        {
            return;
        }

        if (buffer.Length >= LongestMessage)
        {
            throw new InvalidDataException($"a message is longer than {LongestMessage} bytes");
        }

        Array.Resize(ref buffer, buffer.Length * 2);
    }

    async Task Goodbye()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It is gone already: nobody is left to say goodbye to.
        }
    }
}
