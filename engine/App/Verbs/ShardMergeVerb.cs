using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>shard merge</c>: the tables of a sweep from the results of its shards, wherever those were run.</summary>
static class ShardMergeVerb
{
    public static Command Make(Workspace workspace)
    {
        var sweep = new Argument<string>("sweep") { Description = "name or folder of the sweep, or last", HelpName = "SWEEP" };
        var dead = new Option<bool>("--allow-dead") { Description = "make the tables without the shards that were given up; their variants are rows with the reason" };
        return new Command("merge", "Make the tables of a sweep from its shards' results. Example: shard merge last") { sweep, dead }.Does((parsed, terminal, cancel) =>
        {
            var folder = SweepFolder.Open(workspace, parsed.GetValue(sweep)!);
            var plan = folder.Plan;
            using var ground = SweepGround.Of(workspace, plan, folder.Id, 1, 400, terminal.Die);
            var outcome = new ShardedSweep(folder, ground, new SweepTrials(new TrialLedger(workspace, terminal.Warn), ground, folder.Id, "sweep")).Merge(parsed.GetValue(dead), cancel);
            SearchesInDatabase.Keep(workspace, outcome, terminal);
            if (terminal.Json)
            {
                terminal.Document(SweepJson.Of(workspace, outcome));
            }

            terminal.Result(SweepText.Of(workspace, outcome));
            return ExitCode.Ok;
        });
    }
}
