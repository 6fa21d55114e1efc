using Microsoft.AspNetCore.Builder;
using Workbench.Simulators.Market;

namespace Workbench.Simulators;

/// <summary>A venue on loopback, with an exchange behind it. A venue adds its own routes.</summary>
public abstract class SimulatorHost(SimulatorOptions options) : LoopbackHost(options)
{
    readonly List<SimWalk> walks = [];
    Task chores = Task.CompletedTask;

    /// <summary>The markets behind the venue, by the names that the control endpoints know them by. The first is the one meant where none is named.</summary>
    public abstract IReadOnlyDictionary<string, SimExchange> Exchanges { get; }

    /// <summary>How many listen to the account's own events now, by market: a test that waits for events must not act before somebody listens.</summary>
    public virtual IReadOnlyDictionary<string, int> Listeners => new Dictionary<string, int>();

    /// <summary>Called ten times a second, for what happens by the clock.</summary>
    protected virtual void OnChores()
    {
    }

    /// <summary>The walk begins, where one was asked for.</summary>
    protected override void OnStarted()
    {
        chores = DoChoresAsync();
        foreach (var exchange in Exchanges.Values.Where(_ => options.WalkPerSecond > 0))
        {
            walks.Add(new SimWalk(exchange, options.Seed));
            walks[^1].Run(options.WalkPerSecond, options.Time);
        }
    }

    protected override async ValueTask OnStoppedAsync()
    {
        foreach (var walk in walks)
        {
            await walk.DisposeAsync().ConfigureAwait(false);
        }

        await chores.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override void MapControl(WebApplication routes)
    {
        base.MapControl(routes);
        routes.MapPost("/sim/quote", http => Control<QuoteOrder>(http, wanted =>
            ExchangeOf(wanted.Exchange).Quote(wanted.Symbol, wanted.Bid, wanted.Ask, wanted.BidSize, wanted.AskSize)));
        routes.MapPost("/sim/print", http => Control<PrintOrder>(http, wanted =>
            ExchangeOf(wanted.Exchange).Print(wanted.Symbol, wanted.Price, wanted.Qty, wanted.BuyerIsMaker)));
        routes.MapPost("/sim/hit", http => Control<HitOrder>(http, wanted => ExchangeOf(wanted.Exchange).Hit(wanted.OrderId, wanted.Qty)));
        routes.MapGet("/sim/listeners", http => Answer(http, Listeners));
        routes.MapGet("/sim/state", http => Answer(http, Exchanges.ToDictionary(each => each.Key, each => SimAccountState.All(each.Value))));
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

    SimExchange ExchangeOf(string? name) => name is null ? Exchanges.Values.First() : Exchanges[name];

    sealed record QuoteOrder(string Symbol, decimal Bid, decimal Ask, decimal BidSize, decimal AskSize, string? Exchange);

    sealed record PrintOrder(string Symbol, decimal Price, decimal Qty, bool BuyerIsMaker, string? Exchange);

    sealed record HitOrder(long OrderId, decimal Qty, string? Exchange);
}
