using Workbench.Research.Search;

namespace Workbench.Research.Tests;

public sealed class BayesianSearchTests
{
    static readonly SearchSpace Plane = new([Axis.Parse("x=-5.0..10.0"), Axis.Parse("y=0.0..15.0")]);

    [Fact]
    public void Branin_is_found_in_fifty_looks_where_random_ones_are_not_near()
    {
        foreach (var seed in (long[])[1, 2, 3])
        {
            var found = Landscapes.Lowest(new BayesianSearch(Plane, 50, seed), Landscapes.Branin);
            var random = Landscapes.Lowest(SearchMethods.Make("random", Plane, 50, seed), Landscapes.Branin);

            Assert.True(found < 0.397887 + 0.02 && random > found, $"seed {seed}: {found:F5}, random points {random:F5}");
        }
    }

    [Fact]
    public void It_begins_with_two_points_for_each_axis_and_two_more()
    {
        var search = new BayesianSearch(Plane, 50, 1);

        Assert.Equal(6, search.Ask(1).Count);
    }

    [Fact]
    public void Choices_and_whole_numbers_are_found_and_none_is_tried_twice()
    {
        var space = new SearchSpace([Axis.Parse("exit=Stop,Trail,Time,Band"), Axis.Parse("length=1..40")]);
        var search = new BayesianSearch(space, 60, 2);
        var tried = new HashSet<string>();
        while (search.Ask(4) is { Count: > 0 } points)
        {
            Assert.All(points, point => Assert.True(tried.Add(point.Key), point.Key));
            search.Tell([.. points.Select(Score)]);
        }

        Assert.Contains("exit=Time length=23", tried);
        Assert.Equal(60, tried.Count);
    }

    [Fact]
    public void It_ends_when_all_points_were_tried()
    {
        var walked = Landscapes.Walk(new BayesianSearch(Landscapes.Cube(2, "1..3"), 100, 1), x => Landscapes.Sphere(x));

        Assert.Equal(9, walked.Count);
    }

    [Fact]
    public void Undefined_scores_count_as_the_worst()
    {
        var found = Landscapes.Walk(new BayesianSearch(Landscapes.Cube(2, "0.0..1.0"), 40, 5), x => x[0] < 0.15 ? null : Landscapes.Sphere(x));

        Assert.True(found.Min(each => each.Height) < 0.001, $"{found.Min(each => each.Height)}");
        Assert.Equal(40, found.Count);
    }

    [Fact]
    public void Where_nothing_is_defined_it_looks_on() =>
        Assert.Equal(30, Landscapes.Walk(new BayesianSearch(Plane, 30, 1), _ => null).Count);

    [Fact]
    public void More_than_five_hundred_trials_are_refused() =>
        Assert.Equal("WB4131", Assert.Throws<WorkbenchException>(() => new BayesianSearch(Plane, 501, 1)).Code);

    static double? Score(Point point)
    {
        var length = Landscapes.Numbers(point)[1];
        return point.Settings[0] == "exit=Time" ? 10d - Math.Abs(length - 23d) : 3d - 0.1 * Math.Abs(length - 5d);
    }
}
