using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>Runs the batches of a plan one by one, in any order and anywhere: what a scheduler hands out.</summary>
sealed class ShardRun(SweepGround ground) : IShardPlan
{
    /// <summary>How many batches.</summary>
    public int Count => ground.Plan.Learns ? throw SweepErrors.Learns(ground.Plan.Method) : ground.Plan.Shards.Count;

    /// <inheritdoc/>
    public int VariantsOf(int index) => ground.Plan.Shards[index].Count;

    /// <inheritdoc/>
    public byte[] Run(int index, Action done, CancellationToken cancel)
    {
        var shard = ground.Plan.Shards[index];
        return ground.Run(index, shard.Leg, PointsOf(shard), _ => done(), cancel).ToBytes();
    }

    /// <summary>What stands for a batch that was given up: each of its variants failed, for that reason.</summary>
    public ShardFile GivenUp(int index, string reason, PeriodClock clock) => new(ground.Plan.Id, index, clock,
        [.. PointsOf(ground.Plan.Shards[index]).Select(point => ground.Failed(ground.Plan.Shards[index].Leg, point, reason))]);

    /// <summary>The points of a batch: those before it are walked past.</summary>
    IReadOnlyList<Point> PointsOf(PlannedShard shard)
    {
        var search = SearchMethods.Make(ground.Plan.Method, ground.Space, ground.Plan.Trials, ground.Plan.Seed);
        for (var passed = 0; passed < shard.First;)
        {
            passed += search.Ask(Math.Min(ground.Plan.Batch, shard.First - passed)).Count;
        }

        return SweepWalk.Held(shard, search.Ask(shard.Count));
    }
}
