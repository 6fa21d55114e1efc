namespace Workbench.Research.Search;

/// <summary>
/// How a search's points stand among their neighbours. A peak whose neighbours are poor is luck or a fit to the past; a plateau may last.
/// Neighbours differ on every axis by at most one step; where only few of a space's points were tried, or an axis is continuous, also by
/// a twentieth of the axis, or less where that would be more than some fifty. On an axis without order they are equal.
/// </summary>
public static class PlateauMap
{
    /// <summary>The points in their order, each with its plateau score.</summary>
    /// <param name="space">The space they were taken from.</param>
    /// <param name="points">The points.</param>
    /// <param name="scores">What each came to, more being better; null where undefined, which counts as worse than all others.</param>
    /// <param name="quantile">The quantile taken of the neighbours and the point itself. Default 0.25.</param>
    public static IReadOnlyList<PlateauPoint> Of(SearchSpace space, IReadOnlyList<Point> points, IReadOnlyList<double?> scores, double quantile = 0.25)
    {
        AxisValue[]?[] values = [.. points.Select(space.Find)];
        var near = new Neighbourhood(space, values);
        return [.. points.Select((point, i) => Of(point, scores, i, values[i] is null ? [] : near.Of(i), quantile))];
    }

    /// <summary>Axes on which a point lies at an end of a range, so that a better one may lie beyond: a sentence for each.</summary>
    public static IReadOnlyList<string> AtTheEdge(SearchSpace space, Point best)
    {
        var values = space.Find(best);
        return values is null ? [] : [.. space.Axes.Select((axis, i) => Edge(axis, values[i])).OfType<string>()];
    }

    static string? Edge(Axis axis, AxisValue value)
    {
        var (first, last) = (axis.At(0d), axis.At(1d));
        var isEdge = axis.IsOrdered && axis.IsNumeric && axis.Count is not (1 or 2) && (value.Text == first.Text || value.Text == last.Text);
        return !isEdge ? null : $"The best has {axis.Name}={value.Text}, which is where {axis} {(value.Text == first.Text ? "begins" : "ends")}: a better one may lie beyond.";
    }

    static PlateauPoint Of(Point point, IReadOnlyList<double?> scores, int at, List<int> neighbours, double quantile) =>
        new(point, scores[at], Lower([scores[at], .. neighbours.Select(i => scores[i])], quantile), neighbours.Count);

    static MetricValue Lower(double?[] scores, double quantile)
    {
        if (scores.Length == 1)
        {
            return MetricValue.None("no neighbour was tried");
        }

        double[] known = [.. scores.OfType<double>().Order()];
        var undefined = scores.Length - known.Length;
        var at = quantile * (scores.Length - 1);
        if (at < undefined)
        {
            return MetricValue.None(FormattableString.Invariant($"{undefined} of {scores.Length} here are undefined"));
        }

        // Undefined ones are the lowest places of the sorted list.
        var below = (int)at - undefined;
        var above = Math.Min(below + 1, known.Length - 1);
        return known[below] + (at - Math.Floor(at)) * (known[above] - known[below]);
    }
}
