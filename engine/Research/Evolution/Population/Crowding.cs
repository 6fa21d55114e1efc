namespace Workbench.Research.Evolution;

/// <summary>How alone each of a front stands: the crowding distance of NSGA-II, the sum over the objectives of the gap between its two neighbours.</summary>
public static class Crowding
{
    /// <summary>The distances, in the order of the front; infinite for the ends of each objective.</summary>
    /// <param name="front">Appraisals of one front.</param>
    /// <param name="keys">Their canonical names, which decide between equals.</param>
    public static double[] Of(IReadOnlyList<Appraisal> front, IReadOnlyList<string> keys)
    {
        var distances = new double[front.Count];
        if (front.Count == 0 || !front.All(each => each.IsDefined))
        {
            return distances;
        }

        for (var objective = 0; objective < front[0].Scores.Count; objective++)
        {
            Add(objective, front, keys, distances);
        }

        return distances;
    }

    static void Add(int objective, IReadOnlyList<Appraisal> front, IReadOnlyList<string> keys, double[] distances)
    {
        double Score(int at) => front[at].Scores[objective].Value!.Value;
        List<int> order = [.. Enumerable.Range(0, front.Count)];
        order.Sort((one, other) => Score(one).CompareTo(Score(other)) is var by and not 0 ? by : string.CompareOrdinal(keys[one], keys[other]));
        var range = Score(order[^1]) - Score(order[0]);
        if (range <= 0d)
        {
            // All are equal in it: it says nothing of who stands alone.
            return;
        }

        distances[order[0]] = double.PositiveInfinity;
        distances[order[^1]] = double.PositiveInfinity;
        for (var at = 1; at < order.Count - 1; at++)
        {
            distances[order[at]] += (Score(order[at + 1]) - Score(order[at - 1])) / range;
        }
    }
}
