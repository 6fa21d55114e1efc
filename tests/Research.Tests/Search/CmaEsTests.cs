using Workbench.Research.Search;

namespace Workbench.Research.Tests;

public sealed class CmaEsTests
{
    [Fact]
    public void Constants_of_five_axes_are_those_of_the_tutorial()
    {
        var constants = new CmaConstants(5);

        Assert.Equal(8, constants.Candidates);
        Assert.Equal([0.529930, 0.285714, 0.142857, 0.041498], constants.Weights.Select(weight => Math.Round(weight, 6)));
        Assert.Equal(2.600179, constants.Mass, 6);
        Assert.Equal(0.450200, constants.PathRate, 6);
        Assert.Equal(0.365088, constants.StepRate, 6);
        Assert.Equal(0.047292, constants.RankOne, 6);
        Assert.Equal(0.038169, constants.RankMany, 6);
        Assert.Equal(1.365088, constants.Damping, 6);
        Assert.Equal(2.128524, constants.NormalLength, 6);
    }

    public static TheoryData<string, string, int, double> Valleys => new()
    {
        { "sphere", "-1.0..1.0", 600, 1e-6 },
        { "rosenbrock", "-2.0..2.0", 2_500, 1e-5 },
        { "ellipsoid", "-1.0..1.0", 2_500, 1e-2 },
    };

    [Theory, MemberData(nameof(Valleys))]
    public void Five_axes_are_climbed_down_where_random_points_stay_above(string name, string range, int trials, double low)
    {
        Func<double[], double> height = name switch { "sphere" => Landscapes.Sphere, "rosenbrock" => Landscapes.Rosenbrock, _ => Landscapes.TurnedEllipsoid };
        foreach (var seed in (long[])[1, 2, 3])
        {
            var reached = Landscapes.Lowest(SearchMethods.Make("cma", Landscapes.Cube(5, range), trials, seed), height);
            var random = Landscapes.Lowest(SearchMethods.Make("random", Landscapes.Cube(5, range), trials, seed), height);

            Assert.True(reached < low && random > 100d * reached, $"seed {seed}: {name} came down to {reached:G3}, random points to {random:G3}");
        }
    }

    [Fact]
    public void Whole_numbers_are_found_and_none_is_tried_twice()
    {
        var space = Landscapes.Cube(4, "0..30");
        var walked = Landscapes.Walk(new CmaEs(space, 500, 7), x => x.Select((each, i) => Math.Abs(each - 7 - 3 * i)).Sum());

        Assert.Contains(walked, each => each.Height == 0d);
        Assert.Equal(walked.Count, walked.Select(each => each.Point.Key).Distinct().Count());
    }

    [Fact]
    public void A_lowest_point_on_the_wall_is_reached()
    {
        var reached = Landscapes.Lowest(new CmaEs(Landscapes.Cube(3, "0.0..1.0"), 600, 1), x => x[0] + x[1] + 1d - x[2]);

        Assert.True(reached < 1e-3, $"{reached}");
    }

    [Fact]
    public void Undefined_scores_rank_last_and_constraints_are_kept()
    {
        var space = new SearchSpace([Axis.Parse("a=0.0..1.0"), Axis.Parse("b=0.0..1.0")], ["a+b<=1.2"]);
        var walked = Landscapes.Walk(new CmaEs(space, 300, 3), x => x[0] > 0.8 ? null : Math.Abs(x[0] - 0.7) + Math.Abs(x[1] - 0.4));

        Assert.All(walked, each => Assert.True(Landscapes.Numbers(each.Point).Sum() <= 1.2));
        Assert.True(walked.Min(each => each.Height) < 1e-3);
    }

    [Fact]
    public void A_space_of_few_points_ends_the_search()
    {
        var walked = Landscapes.Walk(new CmaEs(Landscapes.Cube(2, "1..3"), 1_000, 1), x => Landscapes.Sphere(x));

        Assert.Equal(9, walked.Count);
    }

    [Fact]
    public void Where_nothing_is_defined_it_ends_all_the_same() =>
        Assert.Equal(200, Landscapes.Walk(new CmaEs(Landscapes.Cube(2, "0.0..1.0"), 200, 1), _ => null).Count);
}
