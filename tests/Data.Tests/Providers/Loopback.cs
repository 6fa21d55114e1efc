using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Workbench.Data.Tests.Providers;

/// <summary>A web server on this machine that can also misbehave: it speaks the bytes of HTTP itself, since a sound server would not let it.</summary>
sealed class Loopback : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly Func<LoopbackRequest, LoopbackAnswer> answer;

    public Loopback(Func<LoopbackRequest, LoopbackAnswer> answer)
    {
        this.answer = answer;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        _ = Accept();
    }

    public Uri Address { get; }

    /// <summary>What was asked, in order.</summary>
    public ConcurrentQueue<LoopbackRequest> Asked { get; } = new();

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Serve(await listener.AcceptTcpClientAsync(stop.Token));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, leaveOpen: true);
                var request = await LoopbackRequest.Read(reader);
                Asked.Enqueue(request);
                await Send(client.GetStream(), answer(request));
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The client or the test went away.
            }
        }
    }

    async Task Send(NetworkStream stream, LoopbackAnswer said)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {said.Status} Said\r\nConnection: close\r\nContent-Length: {said.Body.Length}\r\n");
        if (said.Type.Length > 0)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Type: {said.Type}\r\n");
        }

        foreach (var header in said.Headers)
        {
            head.Append(header).Append("\r\n");
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), stop.Token);
        await stream.WriteAsync(said.Body.AsMemory(0, said.CutAt ?? said.Body.Length), stop.Token);
        if (said.Stalls)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop.Token);
        }
    }
}
