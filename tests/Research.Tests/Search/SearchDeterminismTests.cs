using Workbench.Research.Search;

namespace Workbench.Research.Tests;

public sealed class SearchDeterminismTests
{
    public static TheoryData<string> Methods => [.. SearchMethods.Names];

    [Theory, MemberData(nameof(Methods))]
    public void The_same_seed_asks_for_the_same_points_in_batches_of_any_size(string method)
    {
        var (one, other) = (Keys(method, 11, 1), Keys(method, 11, 64));

        Assert.NotEmpty(one);
        Assert.Equal(one, other);
    }

    [Theory, MemberData(nameof(Methods))]
    public void Another_seed_asks_for_others_except_a_grid(string method) =>
        Assert.Equal(method == "grid", Keys(method, 11, 16).SequenceEqual(Keys(method, 12, 16)));

    [Theory, MemberData(nameof(Methods))]
    public void Points_are_in_the_space_within_its_constraints_and_different(string method)
    {
        var space = Space();
        var keys = new HashSet<string>();
        foreach (var (point, _) in Landscapes.Walk(SearchMethods.Make(method, space, 24, 5), x => Landscapes.Sphere(x)))
        {
            var values = space.Find(point);
            Assert.NotNull(values);
            Assert.True(space.Allows(values));
            Assert.Equal(point, space.Point(values));
            Assert.True(keys.Add(point.Key));
        }
    }

    static List<string> Keys(string method, long seed, int batch) =>
        [.. Landscapes.Walk(SearchMethods.Make(method, Space(), 24, seed), x => Landscapes.Sphere(x), batch).Select(each => each.Point.Key)];

    static SearchSpace Space() => new([Axis.Parse("fast=1..9"), Axis.Parse("slow=5..50:5"), Axis.Parse("exit=Stop,Trail")], ["fast<slow"]);
}
