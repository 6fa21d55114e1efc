using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>A sweep whose shards were run elsewhere: counts them, and makes its tables.</summary>
/// <param name="folder">Its folder.</param>
/// <param name="ground">What it ran on.</param>
/// <param name="trials">Where it is counted: workers have no ledger.</param>
sealed class ShardedSweep(SweepFolder folder, SweepGround ground, SweepTrials trials)
{
    readonly SweepPlan plan = ground.Plan;

    /// <summary>Makes the tables.</summary>
    /// <param name="allowDead">Whether shards that were given up may be missing; their variants are failed rows then.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="Model.WorkbenchException">Shards are missing, were given up, or came to two results.</exception>
    public SweepOutcome Merge(bool allowDead, CancellationToken cancel)
    {
        var missing = folder.Shards.Results.Missing(plan.Shards.Count);
        var dead = folder.Shards.Dead.Where(letter => missing.Contains(letter.Index)).ToList();
        if (missing.Count > dead.Count)
        {
            throw ShardErrors.Missing(IndexRanges.Text([.. missing.Except(dead.Select(letter => letter.Index))]), missing.Count - dead.Count);
        }

        if (dead.Count > 0 && !allowDead)
        {
            throw ShardErrors.Dead(dead);
        }

        Bury(dead);
        Count();
        return new LocalSweep(folder, ground, trials).Run(new SweepProgress(plan.Variants), cancel)!;
    }

    void Bury(List<DeadLetter> dead)
    {
        var clock = Enumerable.Range(0, plan.Shards.Count).Select(index => folder.Result(plan, index)?.Clock).FirstOrDefault(known => known is not null) ?? new PeriodClock([], "day", 252d);
        foreach (var letter in dead)
        {
            folder.Shards.Results.Commit(letter.Index, new ShardRun(ground).GivenUp(letter.Index, letter.Reason, clock).ToBytes());
        }
    }

    void Count()
    {
        // Once is enough; a second merge finds the tables of the first.
        if (folder.End is not null)
        {
            return;
        }

        foreach (var file in folder.Results(plan))
        {
            trials.Record(plan.Shards[file.Index].Leg, file.Results);
        }
    }
}
