using Workbench.Model;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>
/// Runs a plan on this machine, batch by batch. What is done is on the disk before the next batch begins: a kill or a full disk costs the batch at
/// hand and no other, and whoever goes on from there comes to the same tables.
/// </summary>
/// <param name="folder">The sweep's folder.</param>
/// <param name="ground">What it runs on.</param>
/// <param name="trials">Where it is counted.</param>
sealed class LocalSweep(SweepFolder folder, SweepGround ground, SweepTrials trials)
{
    readonly SweepPlan plan = ground.Plan;
    double events;

    /// <summary>Threads that may be lost to variants which do not come back, before a process is of no use any more. Default any number.</summary>
    public int MostLost { get; init; } = int.MaxValue;

    /// <summary>Runs what is missing, and makes the tables.</summary>
    /// <param name="progress">How far it is.</param>
    /// <param name="cancel">Ends it; the batches that are done are kept.</param>
    /// <returns>What it came to; null where too many threads were lost, and another process is to go on.</returns>
    /// <exception cref="WorkbenchException">The disk is full, the ledger was changed, or what is kept is damaged.</exception>
    public SweepOutcome? Run(SweepProgress progress, CancellationToken cancel)
    {
        using var held = folder.Lock();

        // A ledger that was changed is no surprise for the end.
        trials.Count();
        var walk = new SweepWalk(ground);
        var (number, clock) = (0, default(PeriodClock));
        while (walk.Next() is var (index, leg, points))
        {
            cancel.ThrowIfCancellationRequested();
            var kept = Kept(index, points, progress);
            if (kept is null && ground.Lost >= MostLost)
            {
                return null;
            }

            var file = kept ?? Made(index, leg, points, progress, cancel);
            progress.Rank(file.Results.Select(result => SweepRow.Of(number++, result, ground.Objective)));
            clock ??= file.Clock;
            walk.Tell(file.Results);
        }

        return Finish(progress, clock);
    }

    ShardFile? Kept(int index, IReadOnlyList<Point> points, SweepProgress progress)
    {
        if (folder.Result(plan, index) is not { } file)
        {
            return null;
        }

        if (file.Results.Count != points.Count)
        {
            throw SweepErrors.Damaged(FormattableString.Invariant($"Batch {index} of {folder.Root}"), "has other variants than the plan.");
        }

        progress.Keep(file.Results.Count);
        return file;
    }

    ShardFile Made(int index, int leg, IReadOnlyList<Point> points, SweepProgress progress, CancellationToken cancel)
    {
        var file = ground.Run(index, leg, points, _ => progress.Step(), cancel);

        // First the count, then the result: a crash in between counts twice what is counted once, and the other way round would forget.
        trials.Record(leg, file.Results);
        folder.Shards.Results.Commit(index, file.ToBytes());
        events += file.Results.Count(result => result.State != VariantState.Failed) * (double)plan.Legs[leg].Data.Sum(data => data.Count);
        return file;
    }

    SweepOutcome Finish(SweepProgress progress, PeriodClock? clock)
    {
        var ranked = SweepMerge.Write(folder, plan);
        var count = trials.Count();
        var before = folder.End;
        var ran = progress.Done > progress.Kept;
        var end = new SweepEnd
        {
            TrialsInFamily = count.Distinct,
            TrialsBySource = new SortedDictionary<string, long>(count.BySource.ToDictionary(), StringComparer.Ordinal),
            WallSeconds = (before?.WallSeconds ?? 0d) + progress.Seconds,
            TickVariantsPerSecond = ran ? events / progress.Seconds : before?.TickVariantsPerSecond ?? 0d,
            Verdicts = DataVerdict.Of(ground.Data),
            Warnings = SweepWarnings.Of(ground, ranked, clock),
        };
        folder.Write(SweepEnd.FileName, end.ToJson());
        return new SweepOutcome(folder, plan, ranked, end, count);
    }
}
