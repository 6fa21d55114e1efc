using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Workbench.Brokers.Tests.Binance;

/// <summary>A far end with real sockets that says what a test tells it to: HTTP by a table, each WebSocket by a script.</summary>
sealed class Playback : IAsyncDisposable
{
    readonly WebApplication app;

    Playback(WebApplication app) => this.app = app;

    public Uri Root => new(app.Urls.First());

    /// <summary>Method and path of each request, and the address of each socket.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public static async Task<Playback> Start(Func<string, (int Status, string Body)> http, Func<PlayedSocket, int, Task> socket)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var playback = new Playback(app);
        var sockets = 0;
        app.UseWebSockets();
        app.Run(async context =>
        {
            var line = $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}";
            playback.Asked.Enqueue(line);
            if (context.WebSockets.IsWebSocketRequest)
            {
                using var accepted = await context.WebSockets.AcceptWebSocketAsync();
                await socket(new PlayedSocket(accepted, context), Interlocked.Increment(ref sockets));
                return;
            }

            var (status, body) = http(line);
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(body);
        });
        await app.StartAsync();
        return playback;
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
    }
}

/// <summary>One socket of a script.</summary>
sealed class PlayedSocket(WebSocket socket, HttpContext context)
{
    public string Address => context.Request.Path + context.Request.QueryString;

    public async Task<string> Receive()
    {
        var buffer = new byte[16_384];
        var got = await socket.ReceiveAsync(buffer, context.RequestAborted);
        return Encoding.UTF8.GetString(buffer, 0, got.Count);
    }

    public Task Send(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, context.RequestAborted);

    /// <summary>One message in frames of a few bytes.</summary>
    public async Task SendInPieces(string text, int size)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var at = 0; at < bytes.Length; at += size)
        {
            var piece = bytes.AsMemory(at, Math.Min(size, bytes.Length - at));
            await socket.SendAsync(piece, WebSocketMessageType.Text, at + size >= bytes.Length, context.RequestAborted);
        }
    }

    /// <summary>Half a message, and the line is dead.</summary>
    public async Task BreakAfter(string half)
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(half), WebSocketMessageType.Text, endOfMessage: false, context.RequestAborted);
        context.Abort();
    }

    /// <summary>Stays until the other side goes.</summary>
    public async Task Stay()
    {
        try
        {
            while (socket.State == WebSocketState.Open && (await socket.ReceiveAsync(new byte[1_024], context.RequestAborted)).MessageType != WebSocketMessageType.Close)
            {
                // What it says is of no interest here.
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // It went.
        }
    }
}
