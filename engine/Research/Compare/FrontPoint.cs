namespace Workbench.Research.Compare;

/// <summary>Return against drawdown of one.</summary>
/// <param name="Key">Whose.</param>
/// <param name="Drawdown">Max drawdown, a share.</param>
/// <param name="Return">Total return, a share.</param>
/// <param name="Complexity">Size of the script, where that is known.</param>
/// <param name="IsFront">Whether none returns more at no more drawdown (and no more complexity).</param>
public sealed record FrontPoint(string Key, double Drawdown, double Return, double? Complexity, bool IsFront)
{
    /// <summary>All of them, the front marked; what has no figures is left out.</summary>
    internal static IReadOnlyList<FrontPoint> Of(IReadOnlyList<(string Key, MetricValue Drawdown, MetricValue Return, MetricValue Complexity)> figures)
    {
        List<FrontPoint> points =
        [
            .. figures.Where(each => each.Drawdown.Value is not null && each.Return.Value is not null)
                .Select(each => new FrontPoint(each.Key, each.Drawdown.Value!.Value, each.Return.Value!.Value, each.Complexity.Value, false)),
        ];
        var hasComplexity = points.Count > 0 && points.TrueForAll(point => point.Complexity is not null);
        var front = hasComplexity ? Slow(points) : Quick(points);
        return [.. points.Select((point, at) => point with { IsFront = front.Contains(at) })];
    }

    /// <summary>Two aims: in the order of drawdown, each that returns more than all before it.</summary>
    static HashSet<int> Quick(List<FrontPoint> points)
    {
        var front = new HashSet<int>();
        var highest = double.NegativeInfinity;
        foreach (var at in Enumerable.Range(0, points.Count).OrderBy(at => points[at].Drawdown).ThenByDescending(at => points[at].Return).ThenBy(at => at))
        {
            if (points[at].Return > highest)
            {
                highest = points[at].Return;
                front.Add(at);
            }
        }

        return front;
    }

    /// <summary>Three aims: each against those that are no worse in drawdown; the first of equals stands for them.</summary>
    static HashSet<int> Slow(List<FrontPoint> points)
    {
        var front = new List<int>();
        foreach (var at in Enumerable.Range(0, points.Count).OrderBy(at => points[at].Drawdown).ThenByDescending(at => points[at].Return).ThenBy(at => points[at].Complexity).ThenBy(at => at))
        {
            if (!front.Exists(better => points[better].Return >= points[at].Return && points[better].Complexity <= points[at].Complexity))
            {
                front.Add(at);
            }
        }

        return [.. front];
    }
}
