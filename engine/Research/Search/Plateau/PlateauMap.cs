namespace Workbench.Research.Search;

/// <summary>
/// How a search's points stand among their neighbours. A peak whose neighbours are poor is luck or a fit to the past; a plateau may last.
/// Neighbours differ on every axis by at most one step, or on fine and continuous axes by a twentieth of the axis; on an axis without
/// order they are equal.
/// </summary>
public static class PlateauMap
{
    const double Near = 0.05;
    const double Rounding = 1e-9;

    /// <summary>The points in their order, each with its plateau score.</summary>
    /// <param name="space">The space they were taken from.</param>
    /// <param name="points">The points.</param>
    /// <param name="scores">What each came to, more being better; null where undefined, which counts as worse than all others.</param>
    /// <param name="quantile">The quantile taken of the neighbours and the point itself. Default 0.25.</param>
    public static IReadOnlyList<PlateauPoint> Of(SearchSpace space, IReadOnlyList<Point> points, IReadOnlyList<double?> scores, double quantile = 0.25)
    {
        AxisValue[]?[] values = [.. points.Select(space.Find)];
        var around = Enumerable.Range(0, points.Count).Select(i => new List<double?> { scores[i] }).ToArray();
        int[] order = [.. Enumerable.Range(0, points.Count).Where(i => values[i] is not null).OrderBy(i => values[i]![0].Unit)];
        for (var i = 0; i < order.Length; i++)
        {
            // Sorted along the first axis, the neighbours are close in the list too.
            for (var j = i + 1; j < order.Length && IsNear(space.Axes[0], values[order[i]]![0], values[order[j]]![0]); j++)
            {
                if (AreNeighbours(space, values[order[i]]!, values[order[j]]!))
                {
                    around[order[i]].Add(scores[order[j]]);
                    around[order[j]].Add(scores[order[i]]);
                }
            }
        }

        return [.. points.Select((point, i) => new PlateauPoint(point, scores[i], Lower(around[i], quantile), around[i].Count - 1))];
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

    static bool AreNeighbours(SearchSpace space, AxisValue[] a, AxisValue[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (!IsNear(space.Axes[i], a[i], b[i]))
            {
                return false;
            }
        }

        return true;
    }

    static bool IsNear(Axis axis, AxisValue a, AxisValue b) => axis.IsOrdered
        ? Math.Abs(a.Unit - b.Unit) <= Near + Rounding || a.Index - b.Index is >= -1 and <= 1
        : a.Text == b.Text;

    static MetricValue Lower(List<double?> scores, double quantile)
    {
        if (scores.Count == 1)
        {
            return MetricValue.None("no neighbour was tried");
        }

        var undefined = scores.Count(score => score is null);
        var at = quantile * (scores.Count - 1);
        double[] known = [.. scores.OfType<double>().Order()];
        if (at < undefined)
        {
            return MetricValue.None($"{undefined} of {scores.Count} here are undefined");
        }

        // Undefined ones are the lowest places of the sorted list.
        var below = (int)at - undefined;
        var above = Math.Min(below + 1, known.Length - 1);
        return known[below] + (at - Math.Floor(at)) * (known[above] - known[below]);
    }
}
