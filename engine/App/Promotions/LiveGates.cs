using Workbench.Model;
using Workbench.Platform.Resilience;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>What a promotion to paper must show before its script may trade at a venue.</summary>
sealed class LiveGates(Workspace workspace, Promotion paper, LiveOptions options, Action<WorkbenchException> stuck, CancellationToken cancel)
{
    readonly RunRecipe recipe = paper.Recipe;
    PaperEvidence? evidence;

    /// <summary>The venue's number of the account; empty where it was not found out.</summary>
    public string VenueAccount { get; private set; } = "";

    /// <summary>Which of the venue's environments the account is in.</summary>
    public string Environment { get; private set; } = "";

    /// <summary>The session that counted; null where none did.</summary>
    public string? Session => evidence?.Folder.Id;

    /// <summary>Tries all of them.</summary>
    public void Try(GateList gates)
    {
        gates.Try("promoted", Promoted);
        gates.Try("script", Script);
        gates.Try("engine", name => EngineGate.Of(name, recipe, recipe.ToCommand()));
        gates.Try("paper", Paper);
        gates.Try("parity", Parity);
        gates.Try("limits", Limits);
        gates.Try("account", Account);
    }

    Gate Promoted(string name) => paper.IsActive
        ? new Gate(name, true, $"to paper as {paper.Id}, {paper.Entry.Time}, by {paper.Entry.Who}")
        : new Gate(name, false, $"{paper.Id} was demoted.", $"./run.sh promote {paper.Entry.Run} --to paper");

    Gate Script(string name)
    {
        var check = Watchdog.Over(() => new ScriptHost(workspace.ScriptCache).Check(workspace.Kept(recipe.Script), recipe.Class), Watchdog.Patience, stuck);
        return ScriptGate.Of(name, workspace, recipe, check.Sha256, recipe.ToCommand());
    }

    Gate Paper(string name)
    {
        var next = $"./run.sh paper --promotion {paper.Id} --feed {options.Broker}";
        var wanted = options.Session is { } named ? SessionFolder.Find(workspace, named).Id : null;
        var sessions = paper.Sessions.Where(id => wanted is null || id == wanted).Select(id => new SessionFolder(Path.Combine(workspace.Sessions, id))).Where(folder => Directory.Exists(folder.Journal)).ToList();
        if (sessions.Count == 0)
        {
            return new Gate(name, false, wanted is null ? $"no paper session was begun under {paper.Id}, or none is kept." : $"session {wanted} was not begun under {paper.Id}.", next);
        }

        if (sessions.Where(folder => folder.IsEnded).ToList() is not { Count: > 0 } ended)
        {
            return new Gate(name, false, $"session {sessions[^1].Id} has not ended.", $"./run.sh stop {sessions[^1].Id}");
        }

        evidence = ended.Select(PaperEvidence.Of).MaxBy(session => session.Nanos)!;
        var recorded = evidence.IsRecorded ? " over RECORDED prices: the market did not move while it ran" : "";
        return new Gate(name, evidence.Nanos >= options.MinPaperNanos,
            $"session {evidence.Folder.Id} heard {evidence.Length}{recorded}; at least {PaperEvidence.Span(options.MinPaperNanos)} wanted", next);
    }

    Gate Parity(string name)
    {
        if (evidence is null)
        {
            return new Gate(name, false, "there is no session to hold against its backtest.", $"./run.sh paper --promotion {paper.Id}");
        }

        var report = new ParityCheck(workspace, workspace.OpenStore(workspace.Kept(recipe.Lake)), stuck).Of(evidence.Folder, options.ToleranceNanos);
        var next = $"./run.sh parity {evidence.Folder.Id}";
        return !report.ReplayIdentical ? new Gate(name, false, "its replay is not identical: " + report.FirstDifference, next)
            : report.Decisions == 0 ? new Gate(name, false, "the session decided nothing: nothing was compared.", next)
            : new Gate(name, report.Score >= options.MinParity, FormattableString.Invariant(
                $"{evidence.Folder.Id}: replay identical, score {report.Score:0.000} ({report.Matched} of {report.Decisions} decisions; prices from {report.Prices}); at least {options.MinParity:0.###} wanted"), next);
    }

    Gate Limits(string name)
    {
        var missing = LiveLimits.Missing(recipe.ToRequest(workspace).Costs.Risk, recipe.Data.Select(word => DataRequest.Parse(word).Symbol));
        return missing.Count == 0
            ? new Gate(name, true, $"set in the configuration of the run (sha256 {recipe.ConfigSha256[..12]})")
            : new Gate(name, false, $"not set: {string.Join(" and ", missing)}. They are a part of what is promoted.", $"{recipe.ToCommand()}, with \"risk\" in its --config; then promote that run");
    }

    Gate Account(string name)
    {
        var (number, environment) = Ask().GetAwaiter().GetResult();
        (VenueAccount, Environment) = (number, environment);
        var said = options.Confirm ?? options.Ask?.Invoke($"The script will send orders for account {number} ({environment}). Type the account to go on: ");
        return said?.Trim() == number
            ? new Gate(name, true, $"{options.Broker}/{options.Account}, number {number} ({environment}), confirmed")
            : new Gate(name, false, $"{options.Broker}/{options.Account} is account {number} ({environment}), and that was not typed.", $"the same with --confirm {number}");
    }

    async Task<(string Number, string Environment)> Ask()
    {
        await using var access = await AccountAccess.Open(options.Broker, options.Account, options.Sim, (int)recipe.Seed).ConfigureAwait(false);
        await using var connection = VenueCatalog.Connect(options.Broker, access.Keys, access.Sim, new RecentFailures(TimeProvider.System));
        var symbols = recipe.Data.Select(word => DataRequest.Parse(word).Symbol).Distinct().ToList();
        var instruments = await connection.Venue.Instruments(symbols, cancel).ConfigureAwait(false);
        return ((await connection.Venue.Account(instruments, cancel).ConfigureAwait(false)).Account, access.Keys.Environment);
    }
}
