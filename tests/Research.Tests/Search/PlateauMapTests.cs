using Workbench.Research.Search;

namespace Workbench.Research.Tests;

public sealed class PlateauMapTests
{
    [Fact]
    public void A_lone_peak_loses_to_a_plateau()
    {
        var space = Landscapes.Cube(2, "1..9");
        var map = Map(space, x => x[0] == 2d && x[1] == 2d ? 10d : x[0] >= 6d && x[1] >= 6d ? 5d : 0d);

        Assert.Equal(0d, map["x0=2 x1=2"].Score.Value);
        Assert.Equal(8, map["x0=2 x1=2"].Neighbours);
        Assert.Equal(5d, map["x0=8 x1=8"].Score.Value);
        Assert.Equal(3, map["x0=9 x1=9"].Neighbours);
    }

    [Theory]
    [InlineData("1..12")]
    [InlineData("1..41:10:log")]
    [InlineData("0.5..3:0.25")]
    public void A_step_to_each_side_is_near_and_two_are_not(string range)
    {
        var map = Map(Landscapes.Cube(1, range), x => x[0]);

        Assert.All(map.Values.Skip(1).SkipLast(1), point => Assert.Equal(2, point.Neighbours));
    }

    [Fact]
    public void A_twentieth_of_a_continuous_axis_is_near()
    {
        var space = Landscapes.Cube(1, "0.0..1.0");
        Point[] points = [new(["x0=0.5"]), new(["x0=0.54"]), new(["x0=0.56"]), new(["x0=0.9"])];
        var map = PlateauMap.Of(space, points, [1d, 2d, 3d, 4d]);

        Assert.Equal([1, 2, 1, 0], map.Select(each => each.Neighbours));
        Assert.Equal("no neighbour was tried", map[3].Score.Reason);
    }

    [Theory]
    [InlineData("x=0.0..1.0", "y=1..1000", 1_000)]
    [InlineData("x=1..1000:log", "exit=Stop,Trail,Time", 400)]
    [InlineData("x=1..30", "y=1..30", 300)]
    [InlineData("x=1..20", "y=1..200:7:log", 520)]
    public void Cells_find_the_neighbours_that_comparing_all_would(string first, string second, int trials)
    {
        var space = new SearchSpace([Axis.Parse(first), Axis.Parse(second)]);
        var points = Landscapes.Walk(SearchMethods.Make("random", space, trials, 4), _ => 0d).Select(each => each.Point).ToList();
        var values = points.Select(point => space.Find(point)!).ToList();
        var isWhole = points.Count * 2 >= (double?)space.Count;
        var reach = isWhole ? -1d : Math.Min(0.05, 0.5 * Math.Sqrt(50d / points.Count));
        bool IsNear(AxisValue a, AxisValue b, Axis axis) =>
            axis.IsOrdered ? Math.Abs(a.Unit - b.Unit) <= reach + 1e-9 || (a.Index is { } i && Math.Abs(i - b.Index!.Value) <= 1) : a == b;

        var map = PlateauMap.Of(space, points, [.. points.Select(_ => (double?)1d)]);

        Assert.All(values.Select((a, i) => (a, i)), each => Assert.Equal(
            values.Count(b => IsNear(each.a[0], b[0], space.Axes[0]) && IsNear(each.a[1], b[1], space.Axes[1])) - 1, map[each.i].Neighbours));
    }

    [Fact]
    public void Other_choices_are_no_neighbours()
    {
        var space = new SearchSpace([Axis.Parse("exit=Stop,Trail,Time"), Axis.Parse("length=1..5")]);

        Assert.Equal(2, Map(space, _ => 1d)["exit=Trail length=3"].Neighbours);
    }

    [Fact]
    public void Undefined_neighbours_are_worse_than_any()
    {
        var space = Landscapes.Cube(1, "1..4");
        var points = new Point[] { new(["x0=1"]), new(["x0=2"]), new(["x0=3"]), new(["x0=4"]) };
        var map = PlateauMap.Of(space, points, [null, 2d, 3d, 4d], quantile: 0.5);

        Assert.Equal("1 of 2 here are undefined", map[0].Score.Reason);
        Assert.Equal(2d, map[1].Score.Value);
        Assert.Equal(3d, map[2].Score.Value);
        Assert.Equal(3.5, map[3].Score.Value);
    }

    [Fact]
    public void A_best_at_the_end_of_a_range_is_a_warning()
    {
        var space = new SearchSpace([Axis.Parse("fast=5..50:5"), Axis.Parse("slow=20..200:10"), Axis.Parse("useStop=false,true")]);
        var warnings = PlateauMap.AtTheEdge(space, new Point(["fast=25", "slow=200", "useStop=true"]));

        Assert.Equal(["The best has slow=200, which is where slow=20..200:10 ends: a better one may lie beyond."], warnings);
    }

    static Dictionary<string, PlateauPoint> Map(SearchSpace space, Func<double[], double> score)
    {
        var points = Landscapes.Walk(SearchMethods.Make("grid", space, 1, 1), _ => 0d).Select(each => each.Point).ToList();
        return PlateauMap.Of(space, points, [.. points.Select(point => (double?)score(Landscapes.Numbers(point)))]).ToDictionary(each => each.Point.Key);
    }
}
