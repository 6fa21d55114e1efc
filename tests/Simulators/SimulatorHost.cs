using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workbench.Simulators.Market;

namespace Workbench.Simulators;

/// <summary>
/// A venue on loopback: real sockets, a clock that can be set wrong, faults on demand, and an exchange behind. A venue adds its own
/// routes; what lies under /sim belongs to the simulator and is for tests, which may run in other processes.
/// </summary>
public abstract class SimulatorHost : IAsyncDisposable
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    readonly ConnectionList connections = new();
    readonly SimulatorOptions options;
    readonly List<SimWalk> walks = [];
    readonly CancellationTokenSource stop = new();
    WebApplication? app;
    Task chores = Task.CompletedTask;

    protected SimulatorHost(SimulatorOptions options)
    {
        this.options = options;
        Clock = new SimClock(options.Time);
        Faults.Armed += fault => Clock.Ahead = fault.Kind == FaultKind.ClockAhead ? TimeSpan.FromSeconds(fault.Value == 0 ? 90 : fault.Value) : Clock.Ahead;
        Faults.Cleared += () => Clock.Ahead = TimeSpan.Zero;
    }

    public Faults Faults { get; } = new();

    public SimClock Clock { get; }

    /// <summary>Port that was given or found.</summary>
    public int Port { get; private set; }

    /// <summary>Where the venue is, without a path.</summary>
    public Uri BaseUri => new($"http://127.0.0.1:{Port}");

    /// <summary>The markets behind the venue, by the names that the control endpoints know them by. The first is the one meant where none is named.</summary>
    public abstract IReadOnlyDictionary<string, SimExchange> Exchanges { get; }

    /// <summary>How many listen to the account's own events now, by market: a test that waits for events must not act before somebody listens.</summary>
    public virtual IReadOnlyDictionary<string, int> Listeners => new Dictionary<string, int>();

    /// <summary>Ended when the simulator stops.</summary>
    protected CancellationToken Stopping => stop.Token;

    /// <summary>Starts to listen, and the walk where one was asked for.</summary>
    protected async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Listen(IPAddress.Loopback, options.Port, Listen);
        });
        app = builder.Build();
        MapControl(app);
        Map(app);
        await app.StartAsync().ConfigureAwait(false);
        Port = new Uri(app.Urls.First()).Port;
        chores = DoChoresAsync();
        foreach (var exchange in Exchanges.Values.Where(_ => options.WalkPerSecond > 0))
        {
            walks.Add(new SimWalk(exchange, options.Seed));
            walks[^1].Run(options.WalkPerSecond, options.Time);
        }
    }

    /// <summary>The venue's own routes.</summary>
    protected abstract void Map(WebApplication routes);

    /// <summary>How Kestrel listens; a venue that speaks TLS adds it here.</summary>
    protected virtual void Listen(ListenOptions listen) => listen.Use(connections.Watch);

    /// <summary>Called ten times a second, for what happens by the clock.</summary>
    protected virtual void OnChores()
    {
    }

    /// <summary>Whether the venue takes part in a fault of this name that is its alone.</summary>
    protected virtual bool Knows(string venueFault) => false;

    /// <summary>All connections break; orders, positions and funds stay. New connections are refused for so long.</summary>
    public void Restart(TimeSpan down = default)
    {
        connections.RefuseUntil(down);
        connections.AbortAll();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        foreach (var walk in walks)
        {
            await walk.DisposeAsync().ConfigureAwait(false);
        }

        connections.AbortAll();
        await chores.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (app is not null)
        {
            await app.DisposeAsync().ConfigureAwait(false);
        }

        stop.Dispose();
        GC.SuppressFinalize(this);
    }

    async Task DoChoresAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await timer.WaitForNextTickAsync(Stopping).ConfigureAwait(false))
        {
            foreach (var exchange in Exchanges.Values)
            {
                exchange.ExpireDue();
            }

            OnChores();
        }
    }

    void MapControl(WebApplication routes)
    {
        routes.MapPost("/sim/faults", http => Control<Fault>(http, fault =>
        {
            if (fault.Kind == FaultKind.Venue && !Knows(fault.Name))
            {
                throw new JsonException($"This venue has no fault \"{fault.Name}\".");
            }

            Faults.Arm(fault);
        }));
        routes.MapDelete("/sim/faults", http => Answer(http, Cleared()));
        routes.MapGet("/sim/faults", http => Answer(http, Faults.Pending));
        routes.MapPost("/sim/quote", http => Control<QuoteOrder>(http, wanted =>
            ExchangeOf(wanted.Exchange).Quote(wanted.Symbol, wanted.Bid, wanted.Ask, wanted.BidSize, wanted.AskSize)));
        routes.MapPost("/sim/print", http => Control<PrintOrder>(http, wanted =>
            ExchangeOf(wanted.Exchange).Print(wanted.Symbol, wanted.Price, wanted.Qty, wanted.BuyerIsMaker)));
        routes.MapPost("/sim/hit", http => Control<HitOrder>(http, wanted => ExchangeOf(wanted.Exchange).Hit(wanted.OrderId, wanted.Qty)));
        routes.MapPost("/sim/restart", http => Control<RestartOrder>(http, wanted =>
            http.Response.OnCompleted(() => Task.Run(() => Restart(TimeSpan.FromMilliseconds(wanted.DownMs))))));
        routes.MapGet("/sim/listeners", http => Answer(http, Listeners));
        routes.MapGet("/sim/state", http => Answer(http, Exchanges.ToDictionary(each => each.Key, each => SimAccountState.All(each.Value))));
    }

    IReadOnlyList<Fault> Cleared()
    {
        Faults.Clear();
        return Faults.Pending;
    }

    SimExchange ExchangeOf(string? name) => name is null ? Exchanges.Values.First() : Exchanges[name];

    static async Task Control<T>(HttpContext http, Action<T> act)
    {
        try
        {
            act(await JsonSerializer.DeserializeAsync<T>(http.Request.Body, Json, http.RequestAborted).ConfigureAwait(false) ?? throw new JsonException("The body is empty."));
            await Answer(http, new { ok = true }).ConfigureAwait(false);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await Answer(http, new { ok = false, wrong = wrong.Message }).ConfigureAwait(false);
        }
    }

    static Task Answer<T>(HttpContext http, T what) => http.Response.WriteAsJsonAsync(what, Json, http.RequestAborted);

    // The signals of the process belong to the program that started the simulator.
    sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    sealed record QuoteOrder(string Symbol, decimal Bid, decimal Ask, decimal BidSize, decimal AskSize, string? Exchange);

    sealed record PrintOrder(string Symbol, decimal Price, decimal Qty, bool BuyerIsMaker, string? Exchange);

    sealed record HitOrder(long OrderId, decimal Qty, string? Exchange);

    sealed record RestartOrder(int DownMs);
}
