using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Workbench.Platform.Tests.Resilience;

/// <summary>
/// An HTTP server on a real socket, in as few lines as let it misbehave: it answers as told, closes a connection it has read a
/// request from, or falls silent. It counts what arrived, which is what a venue would have acted on.
/// </summary>
sealed class LoopbackVenue : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource ending = new();
    readonly ConcurrentQueue<Func<NetworkStream, Task<bool>>> script = [];
    readonly Task serving;

    public LoopbackVenue()
    {
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        serving = Serve();
    }

    public Uri Address { get; }

    /// <summary>First lines of the requests that arrived whole.</summary>
    public ConcurrentQueue<string> Arrived { get; } = [];

    /// <summary>The next request is answered.</summary>
    public LoopbackVenue Answers(int status, string headers = "", string body = "ok")
    {
        script.Enqueue(async stream =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Said\r\nContent-Length: {body.Length}\r\n{headers}\r\n{body}"));
            return true;
        });
        return this;
    }

    /// <summary>The connection is closed when the next request has arrived.</summary>
    public LoopbackVenue ClosesTheConnection()
    {
        script.Enqueue(_ => Task.FromResult(false));
        return this;
    }

    /// <summary>The next request is never answered.</summary>
    public LoopbackVenue FallsSilent()
    {
        script.Enqueue(async _ =>
        {
            await Task.Delay(Timeout.Infinite, ending.Token);
            return false;
        });
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await serving;
        ending.Dispose();
    }

    async Task Serve()
    {
        try
        {
            while (true)
            {
                _ = Serve(await listener.AcceptTcpClientAsync(ending.Token));
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    async Task Serve(TcpClient client)
    {
        try
        {
            using var _ = client;
            var stream = client.GetStream();
            while (await ReadRequest(stream) is { } request)
            {
                Arrived.Enqueue(request);
                var act = script.TryDequeue(out var told) ? told : throw new InvalidOperationException("More requests than answers.");
                if (!await act(stream))
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The connection goes with this; what was asked of the server is seen in what arrived.
        }
    }

    async Task<string?> ReadRequest(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, ending.Token) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n");
        var length = lines.FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } said
            ? int.Parse(said.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)
            : 0;
        await stream.ReadExactlyAsync(new byte[length], ending.Token);
        return lines[0];
    }
}
