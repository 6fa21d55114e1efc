namespace Workbench.Research.Evolution;

/// <summary>
/// The fast non-dominated sort of NSGA-II (Deb, Pratap, Agarwal, Meyarivan 2002). Whoever lacks something of the least that is asked
/// comes behind all that lack nothing, and whoever has an undefined objective comes last, by rule: compared as a number it would
/// dominate nobody, be dominated by nobody, and stand in front.
/// </summary>
public static class Fronts
{
    /// <summary>Places of the individuals, front by front, the best front first; within a front in their order.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<Appraisal> all)
    {
        var fronts = new List<IReadOnlyList<int>>();
        var defined = Enumerable.Range(0, all.Count).Where(at => all[at].IsDefined).ToList();
        foreach (var equals in defined.GroupBy(at => Math.Max(0d, all[at].Shortfall)).OrderBy(group => group.Key))
        {
            Sort(all, [.. equals], fronts);
        }

        var last = Enumerable.Range(0, all.Count).Where(at => !all[at].IsDefined).ToList();
        if (last.Count > 0)
        {
            fronts.Add(last);
        }

        return fronts;
    }

    /// <summary>Whether one is at least as good in everything and better in something.</summary>
    public static bool Dominates(Appraisal one, Appraisal other)
    {
        var better = false;
        for (var objective = 0; objective < one.Scores.Count; objective++)
        {
            var (mine, its) = (one.Scores[objective].Value!.Value, other.Scores[objective].Value!.Value);
            if (mine < its)
            {
                return false;
            }

            better |= mine > its;
        }

        return better;
    }

    static void Sort(IReadOnlyList<Appraisal> all, int[] group, List<IReadOnlyList<int>> fronts)
    {
        var above = new int[group.Length];
        var below = new List<int>[group.Length];
        for (var one = 0; one < group.Length; one++)
        {
            below[one] = [];
            for (var other = 0; other < group.Length; other++)
            {
                if (Dominates(all[group[one]], all[group[other]]))
                {
                    below[one].Add(other);
                }
                else if (Dominates(all[group[other]], all[group[one]]))
                {
                    above[one]++;
                }
            }
        }

        var front = Free(above).ToList();
        while (front.Count > 0)
        {
            fronts.Add(front.ConvertAll(at => group[at]));
            front = [.. front.SelectMany(at => below[at]).Where(at => --above[at] == 0).Order()];
        }
    }

    static IEnumerable<int> Free(int[] above) => Enumerable.Range(0, above.Length).Where(at => above[at] == 0);
}
