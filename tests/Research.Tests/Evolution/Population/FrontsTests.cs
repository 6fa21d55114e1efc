using Workbench.Model;
using Workbench.Research.Evolution;

namespace Workbench.Research.Tests;

/// <summary>Non-dominated sorting and crowding, with everything that spoils them in popular tools.</summary>
public sealed class FrontsTests
{
    [Fact]
    public void Fronts_that_lie_behind_each_other_are_told_apart()
    {
        // Five points on each of four curves like the true front of ZDT1, each curve behind the one before.
        var all = (from behind in Enumerable.Range(0, 4) from x in Enumerable.Range(0, 5) select Of(-(0.1 + 0.2 * x), -(1 - Math.Sqrt(0.1 + 0.2 * x) + 0.5 * behind))).ToList();

        var fronts = Fronts.Of(all);

        Assert.Equal(4, fronts.Count);
        Assert.All(fronts.Index(), front => Assert.Equal(Enumerable.Range(5 * front.Index, 5), front.Item));
    }

    [Fact]
    public void Who_has_an_undefined_objective_comes_last()
    {
        Appraisal[] all = [new([MetricValue.None("no trades"), 5d]), Of(-9, -9), new([double.NaN, 1d]), Of(1, 1)];

        Assert.Equal([[3], [1], [0, 2]], Fronts.Of(all));
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    public void What_is_not_finite_is_undefined_and_comes_last(double score) => Assert.Equal([[1], [0]], Fronts.Of([Of(score, 0), Of(-1e9, -1e9)]));

    [Fact]
    public void Who_lacks_less_of_what_is_asked_comes_before_who_lacks_more_whatever_they_scored()
    {
        Appraisal[] all = [Of(100, 100) with { Shortfall = 0.9 }, Of(1, 1) with { Shortfall = 0.1 }, Of(-5, -5), new([MetricValue.None("failed"), 0d])];

        Assert.Equal([[2], [1], [0], [3]], Fronts.Of(all));
    }

    [Fact]
    public void Equals_share_a_front() => Assert.Equal([[0, 1, 2]], Fronts.Of([Of(1, 2), Of(1, 2), Of(2, 1)]));

    [Fact]
    public void An_objective_in_which_all_are_equal_says_nothing_of_crowding()
    {
        Assert.Equal([0d, 0d, 0d], Crowding.Of([Of(1, 1), Of(1, 1), Of(1, 1)], ["a", "b", "c"]));
        Assert.Equal([double.PositiveInfinity, 1d, double.PositiveInfinity], Crowding.Of([Of(0, 1), Of(1, 1), Of(4, 1)], ["a", "b", "c"]));
    }

    [Fact]
    public void Crowding_is_the_gap_between_the_neighbours_in_every_objective() =>
        Assert.Equal([double.PositiveInfinity, 0.75 + 0.75, 0.75 + 0.75, double.PositiveInfinity], Crowding.Of([Of(0, 4), Of(1, 3), Of(3, 1), Of(4, 0)], ["a", "b", "c", "d"]));

    [Fact]
    public void Of_equals_the_name_decides_who_stands_at_the_end()
    {
        var one = Crowding.Of([Of(0, 1), Of(0, 1), Of(1, 0)], ["a", "b", "c"]);
        var turned = Crowding.Of([Of(0, 1), Of(0, 1), Of(1, 0)], ["b", "a", "c"]);

        Assert.Equal((one[0], one[1]), (turned[1], turned[0]));
    }

    [Fact]
    public void Fronts_are_what_comparing_everybody_with_everybody_says()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var dice = new SeededRandom(seed);
            var objectives = 1 + dice.Next(4);
            List<Appraisal> all = [.. Enumerable.Range(0, 1 + dice.Next(60)).Select(_ => Drawn(dice, objectives))];
            var fronts = Fronts.Of(all);
            var rank = new int[all.Count];
            foreach (var (number, front) in fronts.Index())
            {
                foreach (var at in front)
                {
                    rank[at] = number;
                }
            }

            Assert.True(fronts.Sum(front => front.Count) == all.Count, $"seed {seed}: somebody is missing or twice there");
            for (var one = 0; one < all.Count; one++)
            {
                var above = Enumerable.Range(0, all.Count).Where(other => Beats(all[other], all[one])).ToList();
                var expected = above.Count == 0 ? 0 : above.Max(other => rank[other]) + 1;
                Assert.True(!all[one].IsDefined ? rank[one] == fronts.Count - 1 : rank[one] == expected, $"seed {seed}: {one} is in front {rank[one]}, not {expected}");
            }
        }
    }

    static bool Beats(Appraisal one, Appraisal other) => one.IsDefined && other.IsDefined
        && (one.Shortfall < other.Shortfall || (one.Shortfall == other.Shortfall && Fronts.Dominates(one, other)));

    static Appraisal Drawn(SeededRandom dice, int objectives) => new([.. Enumerable.Range(0, objectives).Select(_ => dice.Next(40) == 0 ? double.NaN : (MetricValue)dice.Next(8))])
    {
        Shortfall = dice.Next(5) == 0 ? dice.Next(3) * 0.5 : 0,
    };

    static Appraisal Of(double first, double second) => new([first, second]);
}
