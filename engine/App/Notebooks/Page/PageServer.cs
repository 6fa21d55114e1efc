using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary>The notebook page's server: on this machine alone, for whoever has the address with its word, over the notebooks of one folder.</summary>
sealed class PageServer : IAsyncDisposable
{
    /// <summary>Most bytes of a request's body: a notebook's text, without what it shows.</summary>
    public const int MostBytes = 16 << 20;

    /// <summary>Most bytes of a message: a cell's text.</summary>
    public const int MostMessage = 1 << 20;

    readonly PageFolder folder;
    readonly OpenNotebooks open;
    readonly CancellationTokenSource stop = new();
    WebApplication? app;
    PageKey? key;

    PageServer(PageFolder folder, Func<Task<IKernel>> makeKernel)
    {
        this.folder = folder;
        open = new OpenNotebooks(folder, makeKernel);
    }

    /// <summary>Where it listens.</summary>
    public Uri Root { get; private set; } = new("http://127.0.0.1");

    /// <summary>Begins to serve.</summary>
    /// <param name="folder">What.</param>
    /// <param name="port">Where on loopback; 0 for any free port.</param>
    /// <param name="makeKernel">Makes the kernel of a notebook that is opened.</param>
    public static async Task<PageServer> Start(PageFolder folder, int port, Func<Task<IKernel>> makeKernel)
    {
        var server = new PageServer(folder, makeKernel);
        await server.Listen(port).ConfigureAwait(false);
        return server;
    }

    /// <summary>The address that opens the page, at the list or at a notebook.</summary>
    public Uri Address(string? notebook = null) =>
        new(Root, (notebook is null ? "/" : "/edit/" + string.Join('/', notebook.Split('/').Select(Uri.EscapeDataString))) + "?token=" + key!.Token);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await open.DisposeAsync().ConfigureAwait(false);
        if (app is not null)
        {
            await app.DisposeAsync().ConfigureAwait(false);
        }

        stop.Dispose();
    }

    async Task Listen(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
            kestrel.Limits.MaxConcurrentUpgradedConnections = 100;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        app = builder.Build();
        PageGate? gate = null;
        app.UseWebSockets();
        app.Use((http, next) => gate!.Pass(http, next));
        Map(app);
        try
        {
            await app.StartAsync().ConfigureAwait(false);
        }
        catch (IOException error)
        {
            throw PageErrors.PortTaken(port, error);
        }

        Root = new Uri(app.Urls.First());
        key = new PageKey(Root.Port);
        gate = new PageGate(Root.Port, key);
    }

    void Map(WebApplication routes)
    {
        routes.MapGet("/", http => PageAssets.Send(http, "index.html"));
        routes.MapGet("/edit/{**name}", http => PageAssets.Send(http, "notebook.html"));
        routes.MapGet("/favicon.ico", http => PageAssets.Send(http, "icon.svg"));
        routes.MapGet("/frame", http => PageAssets.Send(http, "frame.html"));
        routes.MapGet("/web/{**name}", http => PageAssets.Send(http, (string)http.Request.RouteValues["name"]!));
        routes.MapGet("/api/notebooks", http => PageAnswer.Try(http, () => PageAnswer.Json(http, List())));
        routes.MapPost("/api/notebook", http => PageAnswer.Try(http, () => Create(http)));
        routes.MapPut("/api/notebook", http => PageAnswer.Try(http, () => Save(http)));
        routes.MapPost("/api/reload", http => PageAnswer.Try(http, () => Reload(http)));
        routes.MapPost("/api/close", http => PageAnswer.Try(http, () => Close(http)));
        routes.MapGet("/api/events", http => PageAnswer.Try(http, () => Follow(http)));
        routes.MapFallback(http => PageAnswer.Refuse(http, StatusCodes.Status404NotFound, PageErrors.NotServed(http.Request.Path.Value ?? "")));
    }

    JsonObject List() => new()
    {
        ["folder"] = Path.GetFileName(folder.Root),
        ["notebooks"] = new JsonArray([.. folder.List().Select(name => (JsonNode)new JsonObject
        {
            ["name"] = name,
            ["modified"] = new DateTimeOffset(File.GetLastWriteTimeUtc(folder.PathOf(name))).ToUnixTimeMilliseconds(),
            ["state"] = open.Get(name)?.State,
        })]),
    };

    Task Create(HttpContext http)
    {
        PageFile.Create(folder.PathOf(NameIn(http)));
        return PageAnswer.Json(http, new JsonObject { ["name"] = NameIn(http) });
    }

    async Task Save(HttpContext http)
    {
        var notebook = open.Open(NameIn(http));
        var body = await Body(http).ConfigureAwait(false);
        var version = notebook.Save(PageCell.ReadAll(body), body?["version"]?.ToString());
        await PageAnswer.Json(http, new JsonObject { ["version"] = version }).ConfigureAwait(false);
    }

    Task Reload(HttpContext http)
    {
        open.Open(NameIn(http)).Reload();
        return PageAnswer.Json(http, new JsonObject());
    }

    async Task Close(HttpContext http)
    {
        await open.Close(NameIn(http)).ConfigureAwait(false);
        await PageAnswer.Json(http, new JsonObject()).ConfigureAwait(false);
    }

    async Task Follow(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            throw PageErrors.BadRequest("events come over a WebSocket.");
        }

        var notebook = open.Open(NameIn(http));
        using var socket = await http.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
        await new PageSocket(socket, notebook).Run(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    static string NameIn(HttpContext http) => http.Request.Query["name"].ToString();

    static async Task<JsonNode?> Body(HttpContext http)
    {
        try
        {
            return await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted).ConfigureAwait(false);
        }
        catch (JsonException error)
        {
            throw PageErrors.BadRequest(error.Message);
        }
    }

    // The signals of the process belong to the verb.
    sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
