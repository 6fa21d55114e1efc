namespace Workbench.Research.Evolution;

/// <summary>Who lives on: fronts first, within a front who stands more alone, of equals the smaller one; of a niche only its best.</summary>
static class Selection
{
    /// <summary>The order in which individuals are preferred: total, since it ends in their names.</summary>
    public static int Compare<TGenome>(Individual<TGenome> one, Individual<TGenome> other) =>
        one.Rank != other.Rank ? one.Rank.CompareTo(other.Rank)
        : other.Crowding.CompareTo(one.Crowding) is var crowding and not 0 ? crowding
        : one.Size != other.Size ? one.Size.CompareTo(other.Size)
        : string.CompareOrdinal(one.Key, other.Key);

    /// <summary>The best of a pool, best first.</summary>
    public static IReadOnlyList<Individual<TGenome>> Best<TGenome>(IReadOnlyList<Individual<TGenome>> pool, int most, double radius)
    {
        var ranked = Ranked(WithoutDoubles(pool));
        var (winners, cleared) = Cleared(ranked, radius);
        return [.. winners.Concat(cleared).Take(most)];
    }

    /// <summary>With their fronts and distances, in order of preference.</summary>
    public static List<Individual<TGenome>> Ranked<TGenome>(IReadOnlyList<Individual<TGenome>> pool)
    {
        var appraisals = pool.Select(each => each.Appraisal!).ToList();
        var ranked = new List<Individual<TGenome>>(pool.Count);
        var rank = 0;
        foreach (var front in Fronts.Of(appraisals))
        {
            var distances = Crowding.Of([.. front.Select(at => appraisals[at])], [.. front.Select(at => pool[at].Key)]);
            ranked.AddRange(front.Select((at, place) => pool[at] with { Rank = rank, Crowding = distances[place] }));
            rank++;
        }

        ranked.Sort(Compare);
        return ranked;
    }

    /// <summary>One of each genome, and of those that did the same and scored the same the smallest: doubles would fill a front.</summary>
    static List<Individual<TGenome>> WithoutDoubles<TGenome>(IReadOnlyList<Individual<TGenome>> pool)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        return [.. pool.OrderBy(each => each.Size).ThenBy(each => each.Key, StringComparer.Ordinal).Where(each => known.Add(each.Key) && known.Add(Deeds(each)))];
    }

    static string Deeds<TGenome>(Individual<TGenome> each) => each.Appraisal!.Behaviour is { } behaviour
        ? FormattableString.Invariant($"{behaviour} {string.Join(' ', each.Appraisal.Scores.Select(score => score.Value is { } value ? BitConverter.DoubleToInt64Bits(value) : long.MinValue))}")
        : " " + each.Key;

    static (List<Individual<TGenome>> Winners, List<Individual<TGenome>> Cleared) Cleared<TGenome>(List<Individual<TGenome>> ranked, double radius)
    {
        var (winners, cleared) = (new List<Individual<TGenome>>(), new List<Individual<TGenome>>());
        foreach (var each in ranked)
        {
            var isTaken = radius > 0d && each.Appraisal!.Returns.Count > 0
                && winners.Exists(winner => winner.Appraisal!.Returns.Count > 0 && Behaviour.Distance(winner.Appraisal.Returns, each.Appraisal.Returns) < radius);
            (isTaken ? cleared : winners).Add(each);
        }

        return (winners, cleared);
    }
}
