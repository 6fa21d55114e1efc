using Workbench.Data.Quality;
using Workbench.Data.Tests.Lake;

namespace Workbench.Data.Tests.Quality;

/// <summary>Times that are hours off are found by a second source, and only those.</summary>
public sealed class ShiftFinderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(-60)]
    [InlineData(330)]
    [InlineData(-840)]
    [InlineData(840)]
    public void Whole_and_half_hours_are_found_day_by_day(int minutes)
    {
        var walk = Walk(seed: 7 + minutes, days: 4);
        var dice = new Random(minutes + 99);
        var ours = walk.Select(price => new MinutePrice(price.Time - (minutes * UtcNanos.Minute), price.Price + (dice.NextDouble() * 0.00002))).ToList();
        var days = ShiftFinder.Find(ours, walk).ToList();
        Assert.InRange(days.Count, 4, 5);
        Assert.All(days, day => Assert.Equal(minutes * UtcNanos.Minute, day.ShiftNanos));
        Assert.All(days, day => Assert.True(day.Correlation > 0.8 && day.Difference < 0.0001, day.ToString()));
    }

    [Fact]
    public void Two_markets_that_have_nothing_to_do_with_each_other_are_not_shifted() =>
        Assert.All(ShiftFinder.Find(Walk(1, 3), Walk(2, 3)), day => Assert.Equal(0, day.ShiftNanos));

    [Fact]
    public void A_second_source_on_another_scale_is_told()
    {
        var walk = Walk(3, 2);
        var comparison = Comparison.Of(Planted.Euro, walk.Select(price => price with { Price = price.Price / 100 }), walk, "other");
        Assert.All(comparison.Findings, finding => Assert.Equal((Defect.Scale, Verdict.Refused), (finding.Defect, finding.Verdict)));
        Assert.Equal(2, comparison.Findings.Count);
    }

    [Fact]
    public void Too_few_minutes_in_common_are_an_error_and_no_verdict()
    {
        var refusal = Assert.Throws<WorkbenchException>(() => Comparison.Of(Planted.Euro, Walk(1, 1).Take(30), Walk(1, 1), "other"));
        Assert.Equal("WB2752", refusal.Code);
    }

    static List<MinutePrice> Walk(int seed, int days)
    {
        var dice = new Random(seed);
        var (from, price) = (Ticks.At("2024-03-04"), 1.08);
        return [.. Enumerable.Range(1, days * 1_440).Select(minute => new MinutePrice(from + (minute * UtcNanos.Minute), price += (dice.NextDouble() - 0.5) * 0.0002))];
    }
}
