using Workbench.App;

namespace Workbench.App.Tests.Storm;

/// <summary>The code that trades real money, in a random market, at a faulty venue, in a process that dies.</summary>
public class StormTests
{
    [Fact]
    public void Two_thousand_seeds_break_nothing()
    {
        var result = StormResult.Run(first: 1, seeds: 2_000, PlantedBug.None, stopAtFirst: false, static _ => { }, CancellationToken.None);
        Assert.Empty(result.Failed.Select(failure => $"./run.sh storm {failure.Seed}: {failure.Invariant}"));
        foreach (var fault in (string[])["answer lost", "disconnect", "event late", "event lost", "event twice", "event unheard", "kill", "not sent", "reject", "request lost"])
        {
            Assert.True(result.Faults.GetValueOrDefault(fault) > 100, $"{fault} hardly happened: {result.Faults.GetValueOrDefault(fault)}");
        }
    }

    [Theory]
    [InlineData((int)PlantedBug.SkipDedupe)]
    [InlineData((int)PlantedBug.ResendOnTimeout)]
    [InlineData((int)PlantedBug.DropFlush)]
    public void A_planted_bug_is_found_within_five_hundred_seeds(int bug) =>
        Assert.NotEmpty(StormResult.Run(first: 1, seeds: 500, (PlantedBug)bug, stopAtFirst: true, static _ => { }, CancellationToken.None).Failed);

    [Fact]
    public void A_failing_seed_fails_again_at_the_same_step()
    {
        var first = StormResult.Run(1, 500, PlantedBug.DropFlush, stopAtFirst: true, static _ => { }, CancellationToken.None).Failed[0];
        Assert.Equal(first, StormResult.Run(first.Seed, 1, PlantedBug.DropFlush, stopAtFirst: true, static _ => { }, CancellationToken.None).Failed[0]);
    }
}
