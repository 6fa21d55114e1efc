using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.App.Tests.Notebooks.Page;

/// <summary>A folder of notebooks that is served, with kernels in processes of their own, and a visitor with or without the cookie.</summary>
sealed class Served : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    readonly TempFolder home = new();
    PageServer? server;

    public PageServer Server => server!;

    /// <summary>The served folder; around it lies what must not be served.</summary>
    public string Folder => home.File("notebooks");

    /// <summary>Serves an empty folder.</summary>
    /// <param name="hasKernels">Whether cells can be run; where not, no kernel ever comes up, which is a thing that happens.</param>
    public static async Task<Served> Start(bool hasKernels = true)
    {
        var served = new Served();
        Directory.CreateDirectory(served.Folder);
        var workspace = Workspace.At(served.home.Path);
        served.server = await PageServer.Start(new PageFolder(served.Folder), 0, () => hasKernels
            ? Task.FromResult<IKernel>(KernelRoom.Start(workspace, new KernelLimits { StartPatience = Patience, AnswerPatience = Patience }))
            : Task.FromException<IKernel>(new WorkbenchException("WB3000", ExitCode.NotFound, "No kernel comes up here.")));
        return served;
    }

    /// <summary>Writes a notebook of C# cells into the folder, with ids c1, c2, …</summary>
    public string Write(string name, params string[] cells)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        NotebookFile.Write(path, new Notebook([.. cells.Select((code, at) => new NotebookCell(CellKind.Code, code) { Id = FormattableString.Invariant($"c{at + 1}") })]));
        return path;
    }

    /// <summary>A file beside the folder.</summary>
    public string Outside(string name) => home.File(name);

    /// <summary>A browser without the cookie, which follows nothing by itself.</summary>
    public HttpClient Stranger() => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Server.Root };

    /// <summary>A browser that opened the address.</summary>
    public async Task<HttpClient> Visitor()
    {
        var visitor = Stranger();
        visitor.DefaultRequestHeaders.Add("Cookie", await Cookie());
        visitor.DefaultRequestHeaders.Add("Origin", Server.Root.GetLeftPart(UriPartial.Authority));
        return visitor;
    }

    /// <summary>The cookie that the address is swapped for.</summary>
    public async Task<string> Cookie()
    {
        using var stranger = Stranger();
        using var answer = await stranger.GetAsync(Server.Address());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    /// <summary>A page's line to a notebook.</summary>
    public async Task<ClientWebSocket> Connect(string name, string? origin = null, bool withCookie = true)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin ?? Server.Root.GetLeftPart(UriPartial.Authority));
        if (withCookie)
        {
            socket.Options.SetRequestHeader("Cookie", await Cookie());
        }

        await socket.ConnectAsync(new Uri($"ws://{Server.Root.Authority}/api/events?name={Uri.EscapeDataString(name)}"), CancellationToken.None);
        return socket;
    }

    public static Task Say(WebSocket socket, JsonObject message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>The next event of a type, all before it passed over.</summary>
    public static async Task<JsonObject> Hear(WebSocket socket, string type, Func<JsonObject, bool>? wanted = null)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            using var text = new MemoryStream();
            var buffer = new byte[64 << 10];
            WebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer, limit.Token);
                text.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);

            Assert.NotEqual(WebSocketMessageType.Close, part.MessageType);
            var news = JsonNode.Parse(text.ToArray())!.AsObject();
            if (news["type"]!.GetValue<string>() == type && wanted?.Invoke(news) != false)
            {
                return news;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        home.Dispose();
    }
}
