using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>shard run</c>: one attempt at one shard, as a scheduler starts it. Its exit codes are a contract with the scheduler, not the program's own.</summary>
static class ShardRunVerb
{
    public static Command Make(Workspace workspace)
    {
        var words = new ShardWords();
        var index = new Option<int?>("--index") { Description = "which shard (default: WORKBENCH_SHARD_INDEX, SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX)", HelpName = "N" };
        var attempts = new Option<int>("--max-attempts") { Description = "attempts that may end with a fault before the shard is given up", DefaultValueFactory = _ => new RetryRule().MaxAttempts, HelpName = "N" };
        var cores = new Option<int>("--cores") { Description = "threads; the result does not depend on it", DefaultValueFactory = _ => 1, HelpName = "N" };
        var memory = new Option<int>("--memory") { Description = "most memory for decoded data and variants at work, in MB", DefaultValueFactory = _ => 400, HelpName = "MB" };
        var verb = new Command("run", "Run one shard. Exits: 0 done, 64 words, 65 given up, 66 data, 69 cancelled, 70 fault, 75 try again, 78 other engine. Example: shard run --plan data/sweeps/ID/plan.json --index 3")
        {
            index, attempts, cores, memory,
        };
        foreach (var option in words.All)
        {
            verb.Add(option);
        }

        return verb.Does((parsed, terminal, cancel) => Code(Run(workspace, words, parsed, terminal, parsed.GetValue(index), new RetryRule(parsed.GetValue(attempts)), (parsed.GetValue(cores), parsed.GetValue(memory)), cancel)));
    }

    static ShardExit Run(
        Workspace workspace, ShardWords words, ParseResult parsed, Terminal terminal, int? asked, RetryRule rule, (int Cores, int MemoryMb) machine, CancellationToken cancel)
    {
        try
        {
            var index = ShardScheduler.Index(asked);
            var (plan, folder) = words.Open(workspace, parsed);
            SweepGround? ground = null;
            try
            {
                return new ShardWorker(folder, rule, Open, cancel).Run(index, terminal.Progress);
            }
            finally
            {
                ground?.Dispose();
            }

            IShardPlan Open()
            {
                if (plan.Engine != Backtest.EngineVersion || plan.Build != BuildIdentity.Sha256)
                {
                    throw ShardErrors.OtherEngine(plan.Engine + " " + plan.Build[..12], Backtest.EngineVersion + " " + BuildIdentity.Sha256[..12]);
                }

                return new ShardRun(ground = SweepGround.Of(workspace, plan, plan.Id, machine.Cores, machine.MemoryMb, stuck => Die(folder, index, stuck, terminal)));
            }
        }
        catch (WorkbenchException error)
        {
            terminal.Fail(error);
            return error.Exit == ExitCode.Usage ? ShardExit.Usage : ShardExit.NoInput;
        }
    }

    /// <summary>The script's own code loops where it is loaded: no other attempt would do better.</summary>
    static void Die(ShardFolder folder, int index, WorkbenchException stuck, Terminal terminal)
    {
        terminal.Fail(stuck);
        folder.Bury(new DeadLetter(index, ShardExit.Poison, stuck.Message.Split('\n')[0], folder.Attempts.Of(index).Count));
        Environment.Exit((int)ShardExit.Poison);
    }

    // The verb's frame knows the program's own codes; these numbers pass through it as they are.
    static ExitCode Code(ShardExit exit) => (ExitCode)(int)exit;
}
