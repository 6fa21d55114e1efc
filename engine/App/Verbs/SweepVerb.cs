using System.CommandLine;
using Workbench.Model;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary><c>sweep FILE.csx</c>: many settings of a script over the same data, and what the best of so many is worth.</summary>
static class SweepVerb
{
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
            var folder = words.Resumed(parsed) is { } name ? SweepFolder.Open(workspace, name) : Begin(workspace, words, parsed, terminal);
            try
            {
                return Run(workspace, folder, cores, memory, terminal, cancel);
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

    static ExitCode Run(Workspace workspace, SweepFolder folder, int cores, int memory, Terminal terminal, CancellationToken cancel)
    {
        var plan = folder.Plan;
        using var ground = SweepGround.Of(workspace, plan, folder.Id, cores, memory, terminal.Die);
        var progress = new SweepProgress(plan.Variants);
        SweepOutcome outcome;
        using (new SweepScreen(terminal, plan, progress))
        {
            try
            {
                outcome = new LocalSweep(folder, ground, new SweepTrials(new TrialLedger(workspace, terminal.Warn), ground, folder.Id, "sweep")).Run(progress, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                throw SweepErrors.Stopped(Named(workspace, folder), folder.Kept(plan), plan.Variants);
            }
        }

        if (terminal.Json)
        {
            terminal.Document(SweepJson.Of(workspace, outcome));
        }

        terminal.Result(SweepText.Of(workspace, outcome));
        return outcome.Ranked.Any(row => row.Result.State != VariantState.Failed) ? ExitCode.Ok : ExitCode.StrategyFailed;
    }

    /// <summary>What to call it by: its name, or its folder where that is not among the others.</summary>
    static string Named(Workspace workspace, SweepFolder folder) =>
        Path.GetFullPath(Path.Combine(workspace.Sweeps, folder.Id)) == Path.GetFullPath(folder.Root) ? folder.Id : workspace.Show(folder.Root);
}
