using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>
/// The batches of a plan in their order. A method that learns is told what each came to before it is asked for the next, whether that was run now or kept
/// from before: so a sweep that goes on asks what it would have asked.
/// </summary>
sealed class SweepWalk(SweepGround ground)
{
    readonly SweepPlan plan = ground.Plan;
    int leg = -1;
    int index;
    ISearch? search;

    /// <summary>The next batch; null behind the last.</summary>
    public (int Index, int Leg, IReadOnlyList<Point> Points)? Next()
    {
        while (true)
        {
            if (search?.Ask(plan.Batch) is { Count: > 0 } points)
            {
                return (index, leg, plan.Learns ? points : Held(plan.Shards[index], points));
            }

            if (++leg == plan.Legs.Count)
            {
                return null;
            }

            search = SearchMethods.Make(plan.Method, ground.Space, plan.Trials, plan.Seed);
        }
    }

    /// <summary>What the batch came to.</summary>
    public void Tell(IReadOnlyList<VariantResult> results)
    {
        search!.Tell([.. results.Select(ground.Objective.Score)]);
        index++;
    }

    /// <summary>The points, which must be those of the plan.</summary>
    public static IReadOnlyList<Point> Held(PlannedShard shard, IReadOnlyList<Point> points) => SweepPlanner.HashOf(points) == shard.Sha256
        ? points : throw SweepErrors.NotAPlan(SweepPlan.FileName, FormattableString.Invariant($"batch {shard.Index} has other points than this engine would try."));
}
