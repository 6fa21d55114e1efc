using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.App;

/// <summary>One page's line to its notebook: what it asks for comes in, what happens goes out.</summary>
sealed class PageSocket(WebSocket socket, OpenNotebook notebook)
{
    const int MostQuestions = 16;

    readonly Outbox outbox = new();
    int questions;

    /// <summary>Goes on until the page or the server is closed.</summary>
    public async Task Run(CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        notebook.Join(outbox);
        try
        {
            var telling = Tell(over.Token);
            await Task.WhenAny(Hear(over.Token), telling).ConfigureAwait(false);
            await over.CancelAsync().ConfigureAwait(false);
            await telling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            notebook.Leave(outbox);
        }
    }

    async Task Tell(CancellationToken over)
    {
        while (!outbox.IsFull)
        {
            var text = Encoding.UTF8.GetBytes(await outbox.Take(over).ConfigureAwait(false));
            await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, over).ConfigureAwait(false);
        }
    }

    async Task Hear(CancellationToken over)
    {
        var buffer = new byte[PageServer.MostMessage];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), over).ConfigureAwait(false);
                length += part.Count;
            }
            while (!part.EndOfMessage && length < buffer.Length);

            if (part.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            if (!part.EndOfMessage || part.MessageType != WebSocketMessageType.Text || !Take(buffer.AsSpan(0, length)))
            {
                await socket.CloseOutputAsync(part.EndOfMessage ? WebSocketCloseStatus.InvalidPayloadData : WebSocketCloseStatus.MessageTooBig, null, over).ConfigureAwait(false);
                return;
            }
        }
    }

    /// <summary>Does what a message says; false for one that this server's own page would not send.</summary>
    bool Take(ReadOnlySpan<byte> message)
    {
        try
        {
            var body = JsonNode.Parse(message)!.AsObject();
            var type = body["type"]!.GetValue<string>();
            if (KernelQuestion.Is(type))
            {
                Ask(type, body["seq"]!.GetValue<int>(), body["code"]!.GetValue<string>(), body["position"]?.GetValue<int>() ?? 0);
                return true;
            }

            return Do(type, body);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            return false;
        }
    }

    bool Do(string type, JsonObject body)
    {
        switch (type)
        {
            case "run":
                notebook.Line.Add(new CellRun(body["cell"]!.GetValue<string>(), body["code"]!.GetValue<string>(), body["language"]!.GetValue<string>()));
                return true;
            case "clear":
                notebook.Show(body["cell"]!.GetValue<string>(), cell => cell.Begin(), _ => PageEvent.Of("cleared", body["cell"]!.GetValue<string>()));
                return true;
            case "interrupt":
                notebook.Line.Interrupt();
                return true;
            case "restart":
                _ = notebook.Line.Restart();
                return true;
            default:
                return false;
        }
    }

    // Questions do not wait for one another: the newest word typed is the one that counts. Where too many are open, the newest gets no answer.
    async void Ask(string name, int seq, string code, int position)
    {
        if (Interlocked.Increment(ref questions) > MostQuestions)
        {
            outbox.Post(PageEvent.Reply(seq, null));
        }
        else
        {
            outbox.Post(PageEvent.Reply(seq, await KernelQuestion.Answer(notebook.Line, name, code, Math.Clamp(position, 0, code.Length)).ConfigureAwait(false)));
        }

        Interlocked.Decrement(ref questions);
    }
}
