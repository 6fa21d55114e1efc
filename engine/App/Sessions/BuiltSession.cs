using Workbench.Core;
using Workbench.Model;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>A session put together from its header: the same header makes the same session, today and in a year.</summary>
sealed class BuiltSession : IDisposable
{
    readonly IReadOnlyList<LoadedScript> scripts;

    BuiltSession(SessionHeader header, IReadOnlyList<LoadedScript> scripts, Session session, RunConfig config, IReadOnlyList<Instrument> instruments, SessionSink sink)
    {
        this.scripts = scripts;
        Header = header;
        Session = session;
        Config = config;
        Instruments = instruments;
        Sink = sink;
    }

    /// <summary>What it is.</summary>
    public SessionHeader Header { get; }

    /// <summary>The session; not started yet.</summary>
    public Session Session { get; }

    /// <summary>What determines it.</summary>
    public RunConfig Config { get; }

    /// <summary>Its instruments, by the numbers that inputs give.</summary>
    public IReadOnlyList<Instrument> Instruments { get; }

    /// <summary>Those of them that have prices: a currency of whose calendar is told is no venue's business.</summary>
    public IReadOnlyList<Instrument> Priced => With(static stream => !stream.Kind.IsNotice());

    /// <summary>Those of them that a kind of data is heard of.</summary>
    public IReadOnlyList<Instrument> PricedBy(DataKind kind) => With(stream => stream.Kind == kind);

    /// <summary>Where its results go.</summary>
    public SessionSink Sink { get; }

    /// <summary>Its scripts, for the places of their failures.</summary>
    public IReadOnlyList<StrategyScript> Scripts => [.. scripts.Select(script => script.Script)];

    /// <summary>Strategies of their own for another run of the same scripts.</summary>
    public IReadOnlyList<Strategy> FreshStrategies() => [.. scripts.Select(script => script.Script.Create(script.Parameters))];

    /// <summary>Its scripts as a run's identity keeps them.</summary>
    public IReadOnlyList<Research.ScriptIdentity> Identities(Workspace workspace) => [.. scripts.Select(script => script.Identity(workspace))];

    /// <summary>Puts it together.</summary>
    /// <param name="workspace">Where things are.</param>
    /// <param name="header">What it is.</param>
    /// <param name="folder">Its folder, for what has changed elsewhere since.</param>
    /// <param name="results">Where results go besides.</param>
    /// <param name="stuck">Ends the process when a script neither returns nor can be stopped.</param>
    public static BuiltSession Of(Workspace workspace, SessionHeader header, string folder, IRunSink? results, Action<WorkbenchException> stuck)
    {
        var request = RequestOf(header, folder);
        var scripts = LoadedScript.All(workspace, request, stuck);
        try
        {
            var instruments = header.Streams.Select(stream => stream.Instrument).DistinctBy(figures => figures.Symbol)
                .ToDictionary(figures => figures.Symbol, figures => figures.ToInstrument(workspace.Instruments.TryFind(figures.Symbol)?.Calendar ?? UtcCalendar.Instance));
            var streams = header.Streams.Select(stream => stream.ToTape(instruments[stream.Instrument.Symbol])).ToList();
            var range = new TimeRange(header.StartNanos, header.StartNanos + UtcNanos.Day);
            var traded = header.Streams.Where(stream => !stream.RatesOnly && !stream.Kind.IsNotice()).Select(stream => instruments[stream.Instrument.Symbol]).Distinct().ToList();
            var config = request.Costs.Venue.Apply(new RunConfig
            {
                Mode = header.Mode,
                Books = [.. scripts.Select(script => script.Book)],
                Cash = header.Cash,
                Currency = header.Currency,
                Seed = header.Seed,
                Range = range,
                Commission = request.Costs.Commission,
                CommissionOf = request.Costs.CommissionOf,
                Account = request.Costs.Account,
                Risk = request.Costs.Risk,
                HoldingOf = header.Mode == RunMode.Live ? new Dictionary<string, HoldingTerms>() : request.Costs.Holding.For(traded, range, workspace.OpenLake(null)),
            });
            var sink = new SessionSink(results);
            var setup = new SessionSetup
            {
                Config = config,
                Streams = streams,
                Live = header.Venue is { } venue ? new LiveTerms { SessionKey = header.Key, Venue = venue } : null,
                StaleNanos = (long)(header.StaleSeconds * UtcNanos.Second),
            };
            IReadOnlyList<Instrument> numbered = [.. streams.Select(stream => stream.Instrument).Distinct()];
            return new BuiltSession(header, scripts, new Session(setup, [.. scripts.Select(script => script.Strategy)], sink), config, numbered, sink);
        }
        catch
        {
            foreach (var script in scripts)
            {
                script.Dispose();
            }

            throw;
        }
    }

    public void Dispose()
    {
        foreach (var script in scripts)
        {
            script.Dispose();
        }
    }

    IReadOnlyList<Instrument> With(Func<SessionStream, bool> has) =>
        [.. Instruments.Where(instrument => Header.Streams.Any(stream => has(stream) && stream.Instrument.Symbol == instrument.Symbol))];

    /// <summary>The header as the words of a backtest: scripts and configuration from where they were, or, where those have changed, as they were.</summary>
    static BacktestRequest RequestOf(SessionHeader header, string folder)
    {
        var scripts = header.Scripts.Select((script, i) => AsItWas(script.Path, script.Text, Path.Combine(folder, FormattableString.Invariant($"script-{i}.csx")))).ToList();
        var config = header.ConfigText is { } text ? AsItWas(header.ConfigPath!, text, Path.Combine(folder, "config.json")) : null;
        return new BacktestRequest
        {
            Script = scripts[0],
            MoreScripts = scripts[1..],
            Class = header.Class,
            Data = [],
            Lake = "",
            Settings = header.Settings,
            Cash = header.Cash,
            Currency = header.Currency,
            Costs = CostConfig.Of(config, header.FeeRate),
            Seed = header.Seed,
            EventTimeout = TimeSpan.FromSeconds(header.EventTimeoutSeconds),
        };
    }

    static string AsItWas(string path, string text, string copy)
    {
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            return path;
        }

        File.WriteAllText(copy, text);
        return copy;
    }
}
