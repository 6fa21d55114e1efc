namespace Workbench.App;

/// <summary>
/// Has a plan's shards run by Slurm: sends what is missing as job arrays, waits, and sends again what was killed, which Slurm itself does not
/// try again. It holds nothing in its memory that is not in the folder: killed and started anew, it goes on.
/// </summary>
sealed class SlurmEngine(ShardFolder folder, int count, IReadOnlyList<string> worker, SlurmTerms terms)
{
    const int MostPasses = 3;

    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    readonly List<string> jobs = [];

    /// <summary>Runs all shards that have neither result nor dead letter.</summary>
    /// <param name="looked">Called now and then, when there may be more results.</param>
    /// <param name="cancel">Cancels the plan and its jobs.</param>
    public void Run(Action looked, CancellationToken cancel)
    {
        folder.Resume();
        for (var pass = 0; pass < MostPasses && Wanted() is { Count: > 0 } wanted; pass++)
        {
            Submit(wanted);
            Await(looked, cancel);
        }
    }

    List<int> Wanted() => [.. folder.Results.Missing(count).Where(index => folder.DeadOf(index) is null)];

    void Submit(List<int> wanted)
    {
        jobs.Clear();
        var most = Slurm.ArrayLimit();
        var logs = Directory.CreateDirectory(Path.Combine(folder.Root, "logs")).FullName;
        foreach (var block in wanted.GroupBy(index => index / most))
        {
            var offset = block.Key * most;
            var script = Path.Combine(folder.Root, FormattableString.Invariant($"slurm-{block.Key}.sh"));
            File.WriteAllText(script, SlurmScript.Of(IndexRanges.Text([.. block.Select(index => index - offset)]), offset, logs, worker, terms));
            jobs.Add(Slurm.Submit(script));
        }
    }

    void Await(Action looked, CancellationToken cancel)
    {
        while (jobs.Exists(Slurm.IsThere))
        {
            looked();
            if (cancel.WaitHandle.WaitOne(Interval))
            {
                // The wish first, so that whoever starts in between sees it.
                folder.Cancel();
                jobs.ForEach(Slurm.Cancel);
                cancel.ThrowIfCancellationRequested();
            }
        }

        looked();
    }
}
