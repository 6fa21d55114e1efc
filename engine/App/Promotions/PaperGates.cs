using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>What a run must show before its script may go to paper.</summary>
sealed class PaperGates(Workspace workspace, RunDocument run, RunRecipe recipe, PaperOptions options, Action<WorkbenchException> stuck, CancellationToken cancel)
{
    readonly Lazy<ScriptCheck> check = new(() =>
        Watchdog.Over(() => new ScriptHost(workspace.ScriptCache).Check(workspace.Kept(recipe.Script), recipe.Class), Watchdog.Patience, stuck));

    readonly OutOfSample outside = new(workspace, run, recipe, options, stuck, cancel);

    string Again => run.Identity.Command.Length > 0 ? run.Identity.Command : recipe.ToCommand();

    /// <summary>Tries all of them.</summary>
    /// <returns>Figures in sample and out of sample.</returns>
    public IReadOnlyList<SampleFigures> Try(GateList gates)
    {
        gates.Try("script", Script);
        gates.Try("engine", name => EngineGate.Of(name, recipe, Again));
        gates.Try("reproduces", Reproduces);
        gates.Try("determinism", Determinism);
        gates.Try("look-ahead", LookAhead);
        gates.Try("trades", Trades);
        gates.Try("whole", Whole);
        gates.Try("out of sample", outside.Gate);
        return outside.Figures;
    }

    Gate Script(string name) => ScriptGate.Of(name, workspace, recipe, check.Value.Sha256, Again);

    Gate Reproduces(string name)
    {
        var rerun = new Rerun(workspace, recipe, run.Identity.Data, stuck);
        var changed = rerun.ChangedData();
        var hash = rerun.Hash(cancel);
        return hash == run.EventLogHash && changed.Count == 0
            ? new Gate(name, true, $"run again now: the same EventLogHash {hash[..12]}")
            : new Gate(name, false, changed.Count > 0
                ? $"the data are others now: {string.Join("; ", changed)}. EventLogHash {(hash == run.EventLogHash ? "is the same all the same" : Differ(hash))}."
                : $"run again now: EventLogHash {Differ(hash)}, over the same data.", Again);
    }

    Gate Determinism(string name) => check.Value.Passed
        ? new Gate(name, true, "nothing in the script differs from run to run")
        : new Gate(name, false, check.Value.ToString(), $"./run.sh check {ShellWord.Quoted(recipe.Script)}");

    Gate LookAhead(string name)
    {
        var request = recipe.ToRequest(workspace);
        using var rehearsal = new ScriptRehearsal(workspace, request, stuck);
        var proof = new LookAheadProof(rehearsal, options.Cuts, recipe.Seed).Run(null, cancel);
        return new Gate(name, proof.Passed && proof.Decisions > 0, LookAheadText.Of(proof), proof.Decisions == 0
            ? "a stretch over which the script trades"
            : $"./run.sh check {ShellWord.Quoted(recipe.Script)} --data {string.Join(" --data ", recipe.Data)}");
    }

    Gate Trades(string name) => new(name, run.Trades >= options.MinTrades, FormattableString.Invariant($"{run.Trades} closed, at least {options.MinTrades} wanted"), "a longer stretch, or --min-trades N if you know why fewer will do");

    Gate Whole(string name)
    {
        var gaps = run.Identity.Data.Sum(data => data.Gaps);
        var synthetic = run.Identity.Data.Any(data => data.IsSynthetic);
        return run.IsPartial ? new Gate(name, false, $"PARTIAL: the run was cut short at {UtcNanos.ToIso(run.Covered.To)}.", Again)
            : run.Account.ClosedNanos != 0 ? new Gate(name, false, $"the account was closed at {UtcNanos.ToIso(run.Account.ClosedNanos)}: equity was used up.", "another script, or less of it")
            : new Gate(name, true, "the run covers all its data"
                + (gaps > 0 ? FormattableString.Invariant($"; WARNING: {gaps} gaps in them while the market was open") : "")
                + (synthetic ? "; WARNING: they were generated, not traded" : ""));
    }

    string Differ(string hash) => $"was {run.EventLogHash[..12]} and is {hash[..12]}";
}
