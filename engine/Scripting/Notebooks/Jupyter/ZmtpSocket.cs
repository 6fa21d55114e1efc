using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Workbench.Scripting.Notebooks;

/// <summary>A bound socket with its peers. What becomes of messages and subscriptions is said by its kinds.</summary>
abstract class ZmtpSocket : IAsyncDisposable
{
    static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    readonly TcpListener listener;
    readonly ZmtpLimits limits;
    readonly DropLog log;
    readonly ConcurrentDictionary<ZmtpConnection, bool> peers = [];
    readonly CancellationTokenSource stop = new();
    Task accepting = Task.CompletedTask;

    /// <summary>Binds it; nobody is let in before <see cref="Open"/>.</summary>
    /// <exception cref="WorkbenchException">The port is taken.</exception>
    protected ZmtpSocket(string name, IPEndPoint at, ZmtpLimits limits, DropLog log)
    {
        Name = name;
        this.limits = limits;
        this.log = log;
        listener = new TcpListener(at);
        try
        {
            listener.Start();
        }
        catch (SocketException taken)
        {
            throw JupyterErrors.NotBound(name, at, taken);
        }
    }

    /// <summary>Which of the kernel's sockets it is, for what is said of it.</summary>
    public string Name { get; }

    /// <summary>The port it is bound to.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>ZMTP's name for what it is.</summary>
    public abstract string Type { get; }

    /// <summary>ZMTP's names for those it speaks with.</summary>
    public abstract IReadOnlyList<string> Partners { get; }

    /// <summary>Those that are connected, or about to be.</summary>
    protected ICollection<ZmtpConnection> Peers => peers.Keys;

    protected ZmtpLimits Limits => limits;

    /// <summary>Lets peers in.</summary>
    public void Open() => accepting = Task.Run(Accept);

    /// <summary>Takes a whole message. While it takes its time, nothing more is read from that peer.</summary>
    public abstract ValueTask Received(ZmtpConnection from, IReadOnlyList<byte[]> parts);

    public virtual void Subscribe(ZmtpConnection peer, byte[] topic)
    {
    }

    public virtual void Cancel(ZmtpConnection peer, byte[] topic)
    {
    }

    protected virtual void Gone(ZmtpConnection peer)
    {
    }

    /// <summary>Counts and says what was not taken.</summary>
    public void Refuse(string why) => log.Drop(Name, why);

    /// <summary>Sends what waits, then hangs up and frees the port.</summary>
    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await accepting.ConfigureAwait(false);
        await Task.WhenAll(Peers.Select(peer => peer.Finish(Farewell))).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
    }

    async Task Accept()
    {
        while (true)
        {
            try
            {
                Admit(await listener.AcceptSocketAsync().ConfigureAwait(false));
            }
            catch (Exception over) when (over is ObjectDisposedException or InvalidOperationException or SocketException { SocketErrorCode: SocketError.OperationAborted })
            {
                return;
            }
            catch (SocketException hiccup)
            {
                // The peer went before it was let in, or the process is short of handles: the next one may fare better.
                Refuse(hiccup.Message);
                await Task.Delay(50).ConfigureAwait(false);
            }
        }
    }

    void Admit(Socket socket)
    {
        if (peers.Count >= limits.MostPeers)
        {
            Refuse("there are too many peers");
            socket.Dispose();
            return;
        }

        var peer = new ZmtpConnection(this, socket, limits);
        peers[peer] = true;
        _ = Task.Run(() => Serve(peer));
    }

    async Task Serve(ZmtpConnection peer)
    {
        try
        {
            await peer.Run(stop.Token).ConfigureAwait(false);
        }
        catch (InvalidDataException offence)
        {
            Refuse(offence.Message);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            Refuse("a peer did not say in time who it is");
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // It went, in the middle of a frame or between two; peers come and go.
        }
        finally
        {
            peers.TryRemove(peer, out _);
            Gone(peer);
            peer.Close();
        }
    }
}
