using System.Numerics;
using Workbench.Core;
using Workbench.Research.Search;

namespace Workbench.Research.Tests;

public sealed class SearchSpaceTests
{
    static readonly ParameterInfo[] Parameters =
    [
        new("fast", "Fast", "int", "10", 1, null, null, [], ""),
        new("slow", "Slow", "int", "30", 1, null, null, [], ""),
        new("exit", "Exit", "ExitKind", "Stop", null, null, null, ["Stop", "Trail"], ""),
    ];

    [Theory]
    [InlineData("fast<slow", "fast=2 slow=3", true)]
    [InlineData("fast<slow", "fast=3 slow=3", false)]
    [InlineData("slow-fast>=10", "fast=5 slow=15", true)]
    [InlineData("fast*3<=slow", "fast=5 slow=14", false)]
    [InlineData("fast*3<=slow and fast!=4", "fast=4 slow=14", false)]
    [InlineData("fast=4 or slow=14", "fast=5 slow=14", true)]
    [InlineData("not (fast=4 or slow=14)", "fast=5 slow=14", false)]
    [InlineData("2 < fast < slow <= 14", "fast=5 slow=14", true)]
    [InlineData("2 < fast < slow < 14", "fast=5 slow=14", false)]
    [InlineData("FAST<Slow", "fast=5 slow=14", true)]
    [InlineData("slow/(fast-5)>0", "fast=5 slow=14", false)]
    [InlineData("-fast^2 = -25", "fast=5 slow=14", true)]
    [InlineData("2^3^2 = 512 && max(fast, slow, 3) = 14", "fast=5 slow=14", true)]
    [InlineData("slow - fast - 1 == 8", "fast=5 slow=14", true)]
    public void A_constraint_holds_or_not(string constraint, string settings, bool holds)
    {
        var space = new SearchSpace([Axis.Parse("fast=1..20"), Axis.Parse("slow=1..20")], [constraint]);

        Assert.Equal(holds, space.Allows(space.Find(new Point(settings.Split(' ')))!));
    }

    [Theory]
    [InlineData("fast<slwo", "WB4124", "column 6: nothing is called 'slwo'. Did you mean 'slow'?")]
    [InlineData("fast<", "WB4125", "column 6: a number or a name is missing before the end")]
    [InlineData("fast", "WB4125", "column 1: a comparison is wanted here")]
    [InlineData("fast<slow)", "WB4125", "column 10: ')' is not expected here")]
    [InlineData("(fast<slow", "WB4125", "column 11: a ) is missing before the end")]
    [InlineData("fast<slow and 3", "WB4125", "column 15: a comparison is wanted here")]
    [InlineData("(fast<slow)+1<2", "WB4125", "column 1: a number is wanted here")]
    [InlineData("sqrt(fast, slow)<2", "WB4125", "column 1: sqrt takes one number")]
    [InlineData("exit<2", "WB4126", "whose values are no numbers")]
    public void What_cannot_be_read_is_refused_with_its_column(string constraint, string code, string words)
    {
        var error = Assert.Throws<WorkbenchException>(() => SearchSpace.Parse(["fast=1..5", "exit=Stop,Trail"], [constraint], Parameters));

        Assert.Equal(code, error.Code);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_that_is_no_axis_has_its_default_in_constraints() =>
        Assert.Equal(29, Grid(SearchSpace.Parse(["fast=1..50"], ["fast<slow"], Parameters)).Count);

    [Fact]
    public void Settings_are_checked_against_the_script()
    {
        Assert.Contains("it has fast, slow, exit", Assert.Throws<WorkbenchException>(() => SearchSpace.Parse(["fst=1..9"], [], Parameters)).Message, StringComparison.Ordinal);
        Assert.Equal("WB4123", Assert.Throws<WorkbenchException>(() => SearchSpace.Parse(["fast=1..9", "Fast=3"], [], Parameters)).Code);
        Assert.Equal("WB4136", Assert.Throws<WorkbenchException>(() => SearchSpace.Parse([], [], Parameters)).Code);
    }

    [Fact]
    public void A_grid_turns_its_last_axis_fastest() => Assert.Equal(
        ["fast=1 slow=2", "fast=1 slow=3", "fast=2 slow=3"],
        Grid(new SearchSpace([Axis.Parse("fast=1..3"), Axis.Parse("slow=1..3")], ["fast<slow"])));

    [Fact]
    public void A_space_of_a_million_millions_is_refused_at_once_with_its_count()
    {
        var space = Landscapes.Cube(4, "1..1000");
        var error = Assert.Throws<WorkbenchException>(() => SearchMethods.Make("grid", space, 1, 1));

        Assert.Equal(BigInteger.Pow(10, 12), space.Count);
        Assert.Equal("WB4127", error.Code);
        Assert.Contains("1,000,000,000,000 points", error.Message, StringComparison.Ordinal);
        Assert.Contains("--method sobol", error.TryNext, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grid_cannot_be_continuous() =>
        Assert.Equal("WB4129", Assert.Throws<WorkbenchException>(() => SearchMethods.Make("grid", Landscapes.Cube(1, "0.1..2"), 1, 1)).Code);

    [Theory]
    [InlineData("1..100", "each of the 10,000 was looked at")]
    [InlineData("1..1000000", "200,000 random ones were looked at")]
    [InlineData("0.1..2", "200,000 random ones were looked at")]
    public void Constraints_that_contradict_each_other_are_refused(string range, string looked)
    {
        var space = new SearchSpace(Landscapes.Cube(2, range).Axes, ["x0<x1", "x1<x0"]);
        var error = Assert.Throws<WorkbenchException>(() => SearchMethods.Make("random", space, 10, 1));

        Assert.Equal("WB4128", error.Code);
        Assert.Contains("No point fulfils x0<x1 and x1<x0: " + looked, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_one_point_of_many_that_is_allowed_is_found()
    {
        var space = new SearchSpace(Landscapes.Cube(2, "1..600").Axes, ["x0=577", "x1=234"]);

        Assert.Equal(["x0=577 x1=234"], Grid(space));
    }

    [Fact]
    public void The_share_allowed_is_counted_or_estimated()
    {
        Assert.Equal("100 points, of which 45 are allowed", SpaceSize.Of(Triangle("1..10:1"), 1).ToString());
        Assert.Equal("25 points", SpaceSize.Of(Landscapes.Cube(2, "1..5"), 1).ToString());
        Assert.InRange(SpaceSize.Of(Triangle("1..100000:1"), 1).Share, 0.48, 0.52);
        Assert.InRange(SpaceSize.Of(Triangle("0.5..1"), 1).Share, 0.48, 0.52);
    }

    [Theory]
    [InlineData("annealing", "WB4132")]
    [InlineData("Sobol", "WB4132")]
    public void An_unknown_method_is_refused(string method, string code) =>
        Assert.Equal(code, Assert.Throws<WorkbenchException>(() => SearchMethods.Make(method, Landscapes.Cube(1, "1..5"), 4, 1)).Code);

    [Fact]
    public void A_search_without_trials_is_refused() =>
        Assert.Equal("WB4133", Assert.Throws<WorkbenchException>(() => SearchMethods.Make("random", Landscapes.Cube(1, "1..5"), 0, 1)).Code);

    [Fact]
    public void A_constraint_made_of_rubbish_is_read_or_refused()
    {
        string[] pieces = ["fast", "slow", "<", "<=", "=", "+", "-", "*", "/", "^", "(", ")", " and ", " or ", "not ", "1", "2.5", ",", "max(", "sqrt(", "!=", "é", "1e999", "fast", "slow", "<", ">", "1", "fast<slow"];
        var read = 0;
        for (var seed = 0; seed < 5_000; seed++)
        {
            var text = Rubbish.Of(seed, pieces, 7);
            var error = Record.Exception(() => Constraint.Parse(text, ["fast", "slow"]).Allows(_ => 3d));
            read += error is null ? 1 : 0;
            Assert.True(error is null or WorkbenchException { Code: "WB4124" or "WB4125" }, $"seed {seed}: {text}: {error}");
        }

        Assert.True(read > 20, $"{read} of 5,000 could be read");
    }

    [Fact]
    public void A_thousand_brackets_are_an_error() =>
        Assert.Equal("WB4125", Assert.Throws<WorkbenchException>(() => Constraint.Parse(new string('(', 900) + "fast", ["fast"])).Code);

    static SearchSpace Triangle(string range) => new(Landscapes.Cube(2, range).Axes, ["x0<x1"]);

    static List<string> Grid(SearchSpace space) => [.. Landscapes.Walk(SearchMethods.Make("grid", space, 1, 1), _ => 0d).Select(each => each.Point.Key)];
}
