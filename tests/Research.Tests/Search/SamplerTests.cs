using Workbench.Research.Search;

namespace Workbench.Research.Tests;

public sealed class SamplerTests
{
    [Fact]
    public void Sobol_begins_as_published()
    {
        var sequence = new SobolSequence(3, seed: null);

        Assert.Equal([0d, 0d, 0d], sequence.At(0));
        Assert.Equal([0.5, 0.5, 0.5], sequence.At(1));
        Assert.Equal([0.75, 0.25, 0.25], sequence.At(2));
        Assert.Equal([0.25, 0.75, 0.75], sequence.At(3));
        Assert.Equal([0.375, 0.375, 0.625], sequence.At(4));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(5L)]
    public void Sobol_has_a_point_in_every_dyadic_interval_of_every_axis(long? seed)
    {
        var sequence = new SobolSequence(SobolSequence.MostAxes, seed);
        for (var m = 1; m <= 10; m++)
        {
            var points = Enumerable.Range(0, 1 << m).Select(i => sequence.At(i)).ToList();
            for (var axis = 0; axis < SobolSequence.MostAxes; axis++)
            {
                Assert.Equal(1 << m, points.Select(point => (int)(point[axis] * (1 << m))).Distinct().Count());
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(5L)]
    public void The_first_two_axes_are_a_net_in_every_shape_of_boxes(long? seed)
    {
        const int M = 10;
        var sequence = new SobolSequence(2, seed);
        var points = Enumerable.Range(0, 1 << M).Select(i => sequence.At(i)).ToList();
        for (var across = 0; across <= M; across++)
        {
            var boxes = points.Select(point => ((int)(point[0] * (1 << across)), (int)(point[1] * (1 << (M - across))))).Distinct();
            Assert.Equal(1 << M, boxes.Count());
        }
    }

    // Property A of Sobol, which Joe and Kuo's numbers have in all of their dimensions.
    [Fact]
    public void Any_two_axes_have_a_point_in_every_quarter()
    {
        var sequence = new SobolSequence(SobolSequence.MostAxes, null);
        var points = Enumerable.Range(0, 1 << 10).Select(i => sequence.At(i)).ToList();
        for (var a = 0; a < SobolSequence.MostAxes; a++)
        {
            for (var b = 0; b < a; b++)
            {
                var quarters = points.GroupBy(point => ((int)(2 * point[a]), (int)(2 * point[b]))).Select(quarter => quarter.Count()).ToList();
                Assert.True(quarters.Count == 4 && quarters.TrueForAll(count => count == 256), $"axes {a} and {b}");
            }
        }
    }

    [Fact]
    public void More_axes_than_there_are_numbers_for_are_refused() =>
        Assert.Equal("WB4134", Assert.Throws<WorkbenchException>(() => new SobolSequence(22, 1)).Code);

    [Fact]
    public void A_latin_hypercube_has_one_point_in_every_stratum_of_every_axis()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var design = LatinHypercube.Of(5, 37, new SeededRandom(seed));
            for (var axis = 0; axis < 5; axis++)
            {
                Assert.Equal(Enumerable.Range(0, 37), design.Select(point => (int)(point[axis] * 37)).Order());
            }
        }
    }

    [Fact]
    public void What_fills_space_integrates_better_than_chance()
    {
        var space = Landscapes.Cube(4, "0.0..1.0");
        double Error(string method) => Math.Sqrt(Enumerable.Range(1, 20).Average(seed => Math.Pow(
            Landscapes.Walk(SearchMethods.Make(method, space, 256, seed), x => Landscapes.Sphere(x)).Average(each => each.Height) - 4d * (0.7 * 0.7 * 0.7 + 0.027) / 3d, 2)));
        var (random, lhs, sobol) = (Error("random"), Error("lhs"), Error("sobol"));

        Assert.True(sobol < random / 10d && lhs < random / 10d, $"random {random:G3}, lhs {lhs:G3}, sobol {sobol:G3}");
    }

    [Theory]
    [InlineData("random")]
    [InlineData("lhs")]
    [InlineData("sobol")]
    public void A_sampler_gives_as_many_points_as_asked_for_or_all_there_are(string method)
    {
        var space = new SearchSpace(Landscapes.Cube(2, "1..10:1").Axes, ["x0<x1"]);

        Assert.Equal(30, Landscapes.Walk(SearchMethods.Make(method, space, 30, 3), _ => 0d).Count);
        Assert.Equal(45, Landscapes.Walk(SearchMethods.Make(method, space, 500, 3), _ => 0d).Count);
    }

    [Fact]
    public void A_space_of_a_million_millions_is_sampled_without_being_built() =>
        Assert.Equal(1_024, Landscapes.Walk(SearchMethods.Make("sobol", Landscapes.Cube(4, "1..1000"), 1_024, 1), _ => 0d).Count);
}
