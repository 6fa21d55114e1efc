using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Workbench.Simulators;

/// <summary>
/// Somebody else's server on loopback: real sockets, a clock that can be set wrong, faults on demand. What lies under /sim belongs
/// to the simulator and is for tests, which may run in other processes.
/// </summary>
public abstract class LoopbackHost : IAsyncDisposable
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    readonly ConnectionList connections = new();
    readonly LoopbackOptions options;
    readonly CancellationTokenSource stop = new();
    WebApplication? app;
    bool isStopped;

    protected LoopbackHost(LoopbackOptions options)
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

    /// <summary>Where it is, without a path.</summary>
    public Uri BaseUri => new($"http://127.0.0.1:{Port}");

    /// <summary>Ended when the simulator stops.</summary>
    protected CancellationToken Stopping => stop.Token;

    /// <summary>All connections break; what it holds stays. New connections are refused for so long.</summary>
    public void Restart(TimeSpan down = default)
    {
        connections.RefuseUntil(down);
        connections.AbortAll();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isStopped, true))
        {
            return;
        }

        await stop.CancelAsync().ConfigureAwait(false);
        connections.AbortAll();
        await OnStoppedAsync().ConfigureAwait(false);
        if (app is not null)
        {
            await app.DisposeAsync().ConfigureAwait(false);
        }

        stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts to listen.</summary>
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
        OnStarted();
    }

    /// <summary>Its own routes.</summary>
    protected abstract void Map(WebApplication routes);

    /// <summary>How Kestrel listens; who speaks TLS adds it here.</summary>
    protected virtual void Listen(ListenOptions listen) => listen.Use(connections.Watch);

    /// <summary>What lies under /sim.</summary>
    protected virtual void MapControl(WebApplication routes)
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
        routes.MapPost("/sim/restart", http => Control<RestartOrder>(http, wanted =>
            http.Response.OnCompleted(() => Task.Run(() => Restart(TimeSpan.FromMilliseconds(wanted.DownMs))))));
    }

    /// <summary>Whether it takes part in a fault of this name that is its alone.</summary>
    protected virtual bool Knows(string venueFault) => false;

    /// <summary>Called when it listens.</summary>
    protected virtual void OnStarted()
    {
    }

    /// <summary>Called when it was told to stop, before the sockets go.</summary>
    protected virtual ValueTask OnStoppedAsync() => ValueTask.CompletedTask;

    /// <summary>Does what a control call's body asks for; a body that cannot be understood is 400.</summary>
    protected static async Task Control<T>(HttpContext http, Action<T> act)
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

    /// <summary>Answers a control call.</summary>
    protected static Task Answer<T>(HttpContext http, T what) => http.Response.WriteAsJsonAsync(what, Json, http.RequestAborted);

    IReadOnlyList<Fault> Cleared()
    {
        Faults.Clear();
        return Faults.Pending;
    }

    // The signals of the process belong to the program that started the simulator.
    sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    sealed record RestartOrder(int DownMs);
}
