using System.Text;

namespace Workbench.App;

/// <summary>The batch file that runs shards as a job array, for <c>sbatch</c>.</summary>
static class SlurmScript
{
    /// <summary>Writes it.</summary>
    /// <param name="ranges">Numbers within the array: <c>3,7-9</c>.</param>
    /// <param name="offset">Added to each of them, where the plan is longer than the cluster's arrays.</param>
    /// <param name="logs">Folder for what the workers say.</param>
    /// <param name="worker">The words that start a worker, without the index.</param>
    /// <param name="terms">What a shard may have.</param>
    public static string Of(string ranges, int offset, string logs, IReadOnlyList<string> worker, SlurmTerms terms)
    {
        var text = new StringBuilder("#!/bin/bash\n");
        foreach (var option in (string[])
        [
            $"array={ranges}",
            "job-name=workbench",
            "requeue",
            "ntasks=1",
            FormattableString.Invariant($"cpus-per-task={terms.Cores}"),
            FormattableString.Invariant($"mem={terms.MemoryMb}M"),
            FormattableString.Invariant($"time={terms.Minutes}"),
            "open-mode=append",
            $"output={logs}/%A_%a.log",
            .. terms.Partition is { } partition ? [$"partition={partition}"] : (string[])[],
        ])
        {
            text.Append("#SBATCH --").Append(option).Append('\n');
        }

        // exec: the signal of a drained node must reach the worker and not a shell above it.
        return text.Append(FormattableString.Invariant($"export {ShardScheduler.Offset}={offset}\n"))
            .Append("exec ").AppendJoin(' ', worker.Select(ShellWord.Quoted)).Append('\n').ToString();
    }
}
