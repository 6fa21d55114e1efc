using System.Diagnostics;
using System.Globalization;
using Workbench.Research.Search;
using Xunit.Abstractions;

namespace Workbench.Research.Tests;

/// <summary>The table of the README: how far down the ways to search come, medians over seeds.</summary>
public sealed class SearchFiguresTests(ITestOutputHelper output)
{
    const int Seeds = 5;

    public static TheoryData<string, string, int, int> Rows => new()
    {
        { "branin", "bayes", 0, 60 },
        { "sphere", "cma", 5, 600 },
        { "rosenbrock", "cma", 5, 2_000 },
        { "ellipsoid", "cma", 5, 2_000 },
    };

    [Theory, MemberData(nameof(Rows))]
    public void The_way_that_learns_comes_lower_than_those_that_do_not(string name, string learner, int axes, int trials)
    {
        var space = axes == 0 ? new SearchSpace([Axis.Parse("x=-5.0..10.0"), Axis.Parse("y=0.0..15.0")]) : Landscapes.Cube(axes, "-2.0..2.0");
        Func<double[], double> height = name switch
        {
            "branin" => x => Landscapes.Branin(x) - 0.397887,
            "sphere" => Landscapes.Sphere,
            "rosenbrock" => Landscapes.Rosenbrock,
            _ => Landscapes.TurnedEllipsoid,
        };
        var reached = ((string[])["random", "lhs", "sobol", learner]).ToDictionary(method => method, method => Median(method, space, trials, height));
        output.WriteLine($"{name} trials={trials}: " + string.Join(", ", reached.Select(each => each.Key + " " + each.Value.ToString("0.0e+0", CultureInfo.InvariantCulture))));

        Assert.All(reached.Where(each => each.Key != learner), each => Assert.True(reached[learner] < each.Value / 10d, each.Key));
    }

    [Fact]
    public void A_bayesian_search_of_four_axes_takes_a_hundred_trials()
    {
        const int Trials = 100;
        var clock = Stopwatch.StartNew();
        var walked = Landscapes.Walk(new BayesianSearch(Landscapes.Cube(4, "-1.0..1.0"), Trials, 1), x => Landscapes.Sphere(x));
        output.WriteLine($"bayes n=4 trials={Trials}: {clock.ElapsedMilliseconds} ms");

        Assert.Equal(Trials, walked.Count);
    }

    static double Median(string method, SearchSpace space, int trials, Func<double[], double> height) =>
        Enumerable.Range(1, Seeds).Select(seed => Landscapes.Lowest(SearchMethods.Make(method, space, trials, seed), height)).Order().ElementAt(Seeds / 2);
}
