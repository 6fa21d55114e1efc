using System.CommandLine;
using System.Diagnostics;
using Workbench.Model;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary><c>sweep FILE.csx</c>: many settings of a script over the same data, and what the best of so many is worth.</summary>
static class SweepVerb
{
    // Each takes a share of a core away from those that do come back.
    const int MostLost = 2;

    public static Command Make(Workspace workspace)
    {
        var words = new SweepWords();
        return words.Verb.Does((parsed, terminal, cancel) =>
        {
            if (words.IsList(parsed))
            {
                return SweepList.Show(workspace, terminal);
            }

            var (cores, memory) = words.Machine(parsed);
            var engine = words.Engine(parsed);
            var folder = words.Resumed(parsed) is { } name ? SweepFolder.Open(workspace, name) : Begin(workspace, words, parsed, terminal);
            try
            {
                return engine.IsPlan ? Planned(workspace, folder, terminal) : Run(workspace, folder, engine, cores, memory, terminal, cancel);
            }
            catch (IOException full)
            {
                throw SweepErrors.NoRoom(workspace.Show(folder.Root), Named(workspace, folder), full);
            }
        });
    }

    static SweepFolder Begin(Workspace workspace, SweepWords words, ParseResult parsed, Terminal terminal)
    {
        var plan = new SweepPlanner(workspace, words.Request(workspace, parsed), terminal.Die).Make();
        var folder = SweepFolder.Create(workspace, words.Out(parsed), plan);
        terminal.Progress(FormattableString.Invariant($"sweep {Named(workspace, folder)}: {plan.Variants:N0} variants, {plan.Method}, ranked by {plan.Objective}"));
        return folder;
    }

    static ExitCode Planned(Workspace workspace, SweepFolder folder, Terminal terminal)
    {
        var plan = folder.Plan;
        var path = workspace.Show(folder.Shards.PlanPath);
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(json =>
            {
                json.WriteStartObject();
                json.WriteString("plan", path);
                json.WriteString("planId", plan.Id);
                json.WriteNumber("shards", plan.Shards.Count);
                json.WriteEndObject();
            }));
        }

        terminal.Result(FormattableString.Invariant($"{path}: {plan.Variants:N0} variants in {plan.Shards.Count} shards. Run each: ./run.sh shard run --plan {path} --index N; then: ./run.sh shard merge {Named(workspace, folder)}"));
        return ExitCode.Ok;
    }

    static ExitCode Run(Workspace workspace, SweepFolder folder, SweepEngine engine, int cores, int memory, Terminal terminal, CancellationToken cancel)
    {
        var plan = folder.Plan;
        using var ground = SweepGround.Of(workspace, plan, folder.Id, cores, memory, terminal.Die);
        var progress = new SweepProgress(plan.Variants);
        SweepOutcome? outcome;
        using (new SweepScreen(terminal, plan, progress))
        {
            try
            {
                var trials = new SweepTrials(new TrialLedger(workspace, terminal.Warn), ground, folder.Id, "sweep");
                if (engine.IsLocal)
                {
                    outcome = new LocalSweep(folder, ground, trials) { MostLost = MostLost }.Run(progress, cancel);
                }
                else
                {
                    Slurmed(folder, plan, engine, progress, cancel);
                    outcome = new ShardedSweep(folder, ground, trials).Merge(allowDead: false, cancel);
                }
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                throw SweepErrors.Stopped(Named(workspace, folder), folder.Kept(plan), plan.Variants);
            }
        }

        if (outcome is null)
        {
            return Anew(workspace, folder, cores, memory, terminal);
        }

        SearchesInDatabase.Keep(workspace, outcome, terminal);
        if (terminal.Json)
        {
            terminal.Document(SweepJson.Of(workspace, outcome));
        }

        terminal.Result(SweepText.Of(workspace, outcome));
        return outcome.Ranked.Any(row => row.Result.State != VariantState.Failed) ? ExitCode.Ok : ExitCode.StrategyFailed;
    }

    /// <summary>Goes on in a fresh process: here some threads turn in circles for ever. What that one says and answers is said and answered for this one.</summary>
    static ExitCode Anew(Workspace workspace, SweepFolder folder, int cores, int memory, Terminal terminal)
    {
        terminal.Warn(FormattableString.Invariant($"{MostLost} variants do not come back and cannot be ended; a fresh process goes on."));
        using var process = Process.Start(ThisProgram.Call(workspace,
            ["sweep", "--resume", folder.Root, "--cores", FormattableString.Invariant($"{cores}"), "--memory", FormattableString.Invariant($"{memory}"), .. terminal.Flags]))!;
        process.WaitForExit();
        return (ExitCode)process.ExitCode;
    }

    static void Slurmed(SweepFolder folder, SweepPlan plan, SweepEngine engine, SweepProgress progress, CancellationToken cancel)
    {
        if (plan.Learns)
        {
            throw SweepErrors.Learns(plan.Method);
        }

        var terms = new SlurmTerms(Partition: engine.Partition);
        string[] worker = [.. ThisProgram.Words, "shard", "run", "--plan", Path.GetFullPath(folder.Shards.PlanPath), "--cores", FormattableString.Invariant($"{terms.Cores}")];
        new SlurmEngine(folder.Shards, plan.Shards.Count, worker, terms).Run(Look, cancel);

        void Look()
        {
            var named = folder.Shards.Results.Named();
            progress.At(plan.Shards.Where(shard => named.Contains(shard.Index)).Sum(shard => (long)shard.Count));
        }
    }

    /// <summary>What to call it by: its name, or its folder where that is not among the others.</summary>
    static string Named(Workspace workspace, SweepFolder folder) =>
        Path.GetFullPath(Path.Combine(workspace.Sweeps, folder.Id)) == Path.GetFullPath(folder.Root) ? folder.Id : workspace.Show(folder.Root);
}
