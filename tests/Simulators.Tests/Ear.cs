using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Workbench.Simulators.Tests;

/// <summary>A plain WebSocket client that remembers what it hears.</summary>
sealed class Ear : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    readonly ClientWebSocket socket = new();
    readonly CancellationTokenSource stop = new();
    readonly Lock gate = new();
    readonly List<JsonElement> heard = [];
    Task listening = Task.CompletedTask;

    /// <summary>How the connection ended; null while it is open.</summary>
    public string? End { get; private set; }

    public IReadOnlyList<JsonElement> Heard
    {
        get
        {
            lock (gate)
            {
                return [.. heard];
            }
        }
    }

    public static async Task<Ear> Open(Uri uri, string path = "")
    {
        var ear = new Ear();
        await ear.socket.ConnectAsync(new Uri(uri.ToString().TrimEnd('/') + path), CancellationToken.None);
        ear.listening = ear.ListenAsync();
        return ear;
    }

    public Task Say(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>The first message that fits, waited for.</summary>
    public async Task<JsonElement> Await(Func<JsonElement, bool> fits, string what)
    {
        var found = default(JsonElement);
        await Until(() => (found = Heard.FirstOrDefault(fits)).ValueKind != JsonValueKind.Undefined, what);
        return found;
    }

    public Task Ended() => Until(() => End is not null, "end of the connection");

    public static async Task Until(Func<bool> holds, string what)
    {
        for (var until = DateTime.UtcNow + Patience; !holds(); await Task.Delay(10))
        {
            Assert.True(DateTime.UtcNow < until, $"no {what} within {Patience}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        socket.Abort();
        await listening;
        socket.Dispose();
        stop.Dispose();
    }

    async Task ListenAsync()
    {
        var (buffer, message) = (new byte[65_536], new MemoryStream());
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer, stop.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    End = socket.CloseStatusDescription ?? "closed";
                    return;
                }

                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    Keep(message);
                }
            }
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException)
        {
            End = broken.GetType().Name;
        }
    }

    void Keep(MemoryStream message)
    {
        lock (gate)
        {
            heard.Add(JsonDocument.Parse(message.ToArray()).RootElement);
        }

        message.SetLength(0);
    }
}
