using Workbench.Data.Lake;
using Workbench.Data.Providers;
using Workbench.Data.Routing;
using Workbench.Model;
using Workbench.Platform.Resilience;

namespace Workbench.App;

/// <summary>The sources as this user has them, each behind the one pipeline with its limits: the place where getting data is put together.</summary>
sealed class SourceRoom
{
    static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(90);
    static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);
    static readonly TimeSpan ShortestPatience = TimeSpan.FromSeconds(5);

    readonly Workspace workspace;
    readonly TimeSpan timeout;
    readonly TimeProvider time;

    /// <param name="workspace">The project.</param>
    /// <param name="said">Told of each decision.</param>
    /// <param name="timeout">How long an answer may take in all; null for the usual 90 s.</param>
    /// <param name="time">The clock; null for the machine's.</param>
    public SourceRoom(Workspace workspace, Action<string>? said = null, TimeSpan? timeout = null, TimeProvider? time = null)
    {
        (this.workspace, this.timeout, this.time) = (workspace, timeout ?? UsualTimeout, time ?? TimeProvider.System);
        Settings = new SourceSettings(workspace.UserSources);
        Health = new HealthBook(workspace.Sources, this.time) { Clean = VaultRoom.Secrets.Scrub };
        Log = new SourceLog(workspace.Sources, this.time) { Said = said, Clean = VaultRoom.Secrets.Scrub };
        var entries = Settings.Read(Names);
        Seats = [.. KnownProviders.All.Select((known, at) => new SourceSeat(known, entries.GetValueOrDefault(known.Profile.Name, SourceEntry.Nothing), at + 1)).OrderBy(seat => seat.Priority)];
    }

    /// <summary>Names of all sources that ship.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. KnownProviders.All.Select(known => known.Profile.Name)];

    /// <summary>The user's table.</summary>
    public SourceSettings Settings { get; }

    /// <summary>How the sources are.</summary>
    public HealthBook Health { get; }

    /// <summary>What was decided about them.</summary>
    public SourceLog Log { get; }

    /// <summary>All sources, first the one that is asked first.</summary>
    public IReadOnlyList<SourceSeat> Seats { get; }

    /// <summary>The source of a name.</summary>
    /// <exception cref="WorkbenchException">There is none.</exception>
    public SourceSeat Find(string name) => Seats.FirstOrDefault(seat => seat.Name == name) ?? throw RouteErrors.UnknownSource(name, Names);

    /// <summary>What a source's limits that outlive a process have left.</summary>
    public KeptBudget BudgetOf(SourceSeat seat) => new(Path.Combine(workspace.Sources, "budget"), seat.Name, seat.Known.Profile.Limits, time);

    /// <summary>A source, ready to be asked.</summary>
    public IDataProvider Open(SourceSeat seat)
    {
        var budget = BudgetOf(seat);
        List<RateRule> brief = [.. seat.Known.Profile.Limits.Where(rule => !budget.Limits.Contains(rule))];
        var options = new ResilienceOptions
        {
            Venue = seat.Name,
            Rates = brief,
            AttemptTimeout = timeout < AttemptTimeout ? timeout : AttemptTimeout,

            // A fetch stops at the first failure and lets the source rest. A breaker below that would only hide what failed.
            BreakAfter = int.MaxValue,

            // Five calls a minute are waited for; a pause that the source asks for is, as long as that.
            Patience = ShortestPatience + brief.Select(rule => rule.Window).DefaultIfEmpty().Max(),
        };
        var handler = new VenueHandler(options, new RecentFailures(time), time) { InnerHandler = new BudgetHandler(budget, seat.Name, time, VenueHttp.Wire()) };
        var provider = seat.Known.Make(VenueHttp.Client(handler, timeout), seat.Address, seat.Key, workspace.Instruments);
        return seat.Known.Profile.NeedsKey ? new KeyedProvider(provider, seat.Key) : provider;
    }

    /// <summary>Chooses among all sources that are switched on, or has the one that was named.</summary>
    public Router Router(string? only)
    {
        var asked = only is null ? [.. Seats.Where(seat => seat.IsOn)] : (IReadOnlyList<SourceSeat>)[Find(only)];
        return asked is [{ IsOn: false } off] ? throw RouteErrors.SwitchedOff(off.Name) : new Router([.. asked.Select(seat => new Source(Open(seat), seat.Priority))], Health);
    }

    /// <summary>Gets data into a lake.</summary>
    public DataFetch Fetch(string? only, ParquetLake lake, Action<FetchProgress> show) => FetchThrough(Router(only), lake, show);

    /// <summary>Gets data into a lake from whom a router of this room chooses.</summary>
    public DataFetch FetchThrough(Router router, ParquetLake lake, Action<FetchProgress> show) =>
        new(router, Log, lake, Path.Combine(workspace.Sources, "fetch"), time) { Show = show };
}
