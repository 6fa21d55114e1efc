using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Workbench.Scripting.Notebooks;

/// <summary>One peer of a socket: its handshake, what it sends, and what waits to be sent to it.</summary>
sealed class ZmtpConnection
{
    readonly ZmtpSocket owner;
    readonly ZmtpLimits limits;
    readonly NetworkStream stream;
    readonly ZmtpWire wire;
    readonly Channel<byte[]> outbox = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
    Task writing = Task.CompletedTask;
    long queued;

    public ZmtpConnection(ZmtpSocket owner, Socket socket, ZmtpLimits limits)
    {
        this.owner = owner;
        this.limits = limits;
        socket.NoDelay = true;
        stream = new NetworkStream(socket, ownsSocket: true);
        wire = new ZmtpWire(stream, limits);
    }

    /// <summary>Serves the peer until it goes or breaks the rules.</summary>
    /// <exception cref="InvalidDataException">It broke one.</exception>
    public async Task Run(CancellationToken stop)
    {
        await ShakeHands(stop).ConfigureAwait(false);
        writing = Task.Run(Write, CancellationToken.None);
        var parts = new List<byte[]>();
        while (true)
        {
            var frame = await wire.Read(stop).ConfigureAwait(false);
            if (frame.IsCommand)
            {
                Obey(frame.Body);
                continue;
            }

            parts.Add(frame.Body);
            ZmtpWire.Require(parts.Count <= limits.MostParts, "a message has too many parts");
            ZmtpWire.Require(parts.Sum(part => (long)part.Length) <= limits.MostMessageBytes, "a message is too long");
            if (!frame.HasMore)
            {
                await owner.Received(this, parts).ConfigureAwait(false);
                parts = [];
            }
        }
    }

    /// <summary>Lets an encoded message follow what waits already; a peer that takes nothing is cut off.</summary>
    public void Send(byte[] encoded)
    {
        var waits = Interlocked.Add(ref queued, encoded.Length);
        if (waits > limits.MostQueuedBytes && waits > encoded.Length)
        {
            owner.Refuse("a peer that does not read was cut off");
            Close();
            return;
        }

        outbox.Writer.TryWrite(encoded);
    }

    /// <summary>Sends what waits, as far as the peer takes it in time, and hangs up.</summary>
    public async Task Finish(TimeSpan patience)
    {
        outbox.Writer.TryComplete();
        await Task.WhenAny(writing, Task.Delay(patience)).ConfigureAwait(false);
        Close();
    }

    /// <summary>Hangs up.</summary>
    public void Close()
    {
        outbox.Writer.TryComplete();
        try
        {
            stream.Socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The peer was quicker.
        }

        stream.Dispose();
    }

    async Task ShakeHands(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(limits.Handshake);
        await stream.WriteAsync(ZmtpWire.Greeting(), patience.Token).ConfigureAwait(false);
        await wire.ReadGreeting(patience.Token).ConfigureAwait(false);
        await stream.WriteAsync(ZmtpWire.EncodeCommand("READY", ZmtpWire.Property("Socket-Type", owner.Type)), patience.Token).ConfigureAwait(false);
        var frame = await wire.Read(patience.Token).ConfigureAwait(false);
        ZmtpWire.Require(frame.IsCommand, "it sent a message before READY");
        var (name, data) = ZmtpWire.Split(frame.Body);
        ZmtpWire.Require(name == "READY", "it does not begin with READY");
        var type = ZmtpWire.Properties(data).TryGetValue("Socket-Type", out var value) ? Encoding.ASCII.GetString(value) : "";
        ZmtpWire.Require(owner.Partners.Contains(type), $"a {owner.Type} socket does not speak with it");
    }

    void Obey(byte[] command)
    {
        var (name, data) = ZmtpWire.Split(command);
        switch (name)
        {
            case "PING":
                ZmtpWire.Require(data.Length is >= 2 and <= 18, "a PING is no PING");
                Send(ZmtpWire.EncodeCommand("PONG", data.AsSpan(2)));
                break;
            case "SUBSCRIBE":
                owner.Subscribe(this, data);
                break;
            case "CANCEL":
                owner.Cancel(this, data);
                break;
            case "ERROR":
                throw new InvalidDataException("it reports an error");
        }
    }

    async Task Write()
    {
        try
        {
            await foreach (var encoded in outbox.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                await stream.WriteAsync(encoded).ConfigureAwait(false);
                Interlocked.Add(ref queued, -encoded.Length);
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException)
        {
            Close();
        }
    }
}
