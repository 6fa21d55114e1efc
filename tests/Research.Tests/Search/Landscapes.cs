using System.Globalization;
using Workbench.Research.Search;

namespace Workbench.Research.Tests;

/// <summary>Functions whose lowest points are known, and the walk of a search over them.</summary>
static class Landscapes
{
    /// <summary>Lowest at 0.3 on every axis.</summary>
    public static double Sphere(double[] x) => x.Sum(each => (each - 0.3) * (each - 0.3));

    /// <summary>A bent valley, lowest at 1.</summary>
    public static double Rosenbrock(double[] x) =>
        Enumerable.Range(0, x.Length - 1).Sum(i => 100d * Square(x[i + 1] - x[i] * x[i]) + Square(1d - x[i]));

    /// <summary>Axes a thousand times as steep as others, turned by reflections so that no coordinate goes along one; lowest at 0.2.</summary>
    public static double TurnedEllipsoid(double[] x)
    {
        double[] y = [.. x.Select(each => each - 0.2)];
        for (var k = 0; k < 2; k++)
        {
            double[] mirror = [.. y.Select((_, i) => Math.Sin(1d + 2d * i + 3d * k))];
            var along = 2d * mirror.Zip(y, (a, b) => a * b).Sum() / mirror.Sum(Square);
            y = [.. y.Zip(mirror, (a, b) => a - along * b)];
        }

        return y.Select((each, i) => Math.Pow(1e6, i / (y.Length - 1d)) * each * each).Sum();
    }

    /// <summary>Three equal lowest points, 0.397887 each.</summary>
    public static double Branin(double[] x) =>
        Square(x[1] - 5.1 / (4d * Math.PI * Math.PI) * x[0] * x[0] + 5d / Math.PI * x[0] - 6d) + 10d * (1d - 1d / (8d * Math.PI)) * Math.Cos(x[0]) + 10d;

    /// <summary>So many axes of one range.</summary>
    public static SearchSpace Cube(int axes, string range) => new([.. Enumerable.Range(0, axes).Select(i => Axis.Parse($"x{i}={range}"))]);

    /// <summary>All points that a search asks for on the way down, in their order, asked for in batches of a size.</summary>
    public static List<(Point Point, double Height)> Walk(ISearch search, Func<double[], double?> height, int batch = 16)
    {
        var walked = new List<(Point, double)>();
        while (search.Ask(batch) is { Count: > 0 } points)
        {
            double?[] heights = [.. points.Select(point => height(Numbers(point)))];
            walked.AddRange(points.Zip(heights, (point, each) => (point, each ?? double.PositiveInfinity)));
            search.Tell([.. heights.Select(each => -each)]);
        }

        return walked;
    }

    /// <summary>Lowest height of a walk.</summary>
    public static double Lowest(ISearch search, Func<double[], double> height) => Walk(search, x => height(x)).Min(each => each.Height);

    public static double[] Numbers(Point point) =>
        [.. point.Settings.Select(setting => double.TryParse(setting.Split('=')[1], CultureInfo.InvariantCulture, out var number) ? number : double.NaN)];

    static double Square(double x) => x * x;
}
