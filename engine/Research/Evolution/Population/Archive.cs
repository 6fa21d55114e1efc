namespace Workbench.Research.Evolution;

/// <summary>
/// The best of each kind that was ever tried (MAP-Elites, Mouret and Clune 2015): a grid over traits, such as how long a trade is held,
/// how often it trades and how deep it falls. A kind has a width of a factor of four.
/// </summary>
public sealed class Archive<TGenome>
{
    readonly SortedDictionary<string, Individual<TGenome>> best = new(StringComparer.Ordinal);

    /// <summary>Kinds that somebody is of.</summary>
    public int Count => best.Count;

    /// <summary>Their best, by kind.</summary>
    public IEnumerable<Individual<TGenome>> All => best.Values;

    /// <summary>Takes one in where it is sound and its kind has no better one.</summary>
    internal void Add(Individual<TGenome> born)
    {
        if (born.Appraisal is not { IsSound: true, Traits.Count: > 0 } appraisal)
        {
            return;
        }

        var kind = string.Join(' ', appraisal.Traits.Select(Step));
        if (!best.TryGetValue(kind, out var before) || Compare(born, before) < 0)
        {
            best[kind] = born;
        }
    }

    static string Step(double trait) => trait > 0d ? Math.Floor(Math.Log2(trait) / 2d).ToString("0", System.Globalization.CultureInfo.InvariantCulture) : "none";

    static int Compare(Individual<TGenome> one, Individual<TGenome> other) =>
        other.Appraisal!.Scores[0].Value!.Value.CompareTo(one.Appraisal!.Scores[0].Value!.Value) is var by and not 0 ? by
        : one.Size != other.Size ? one.Size.CompareTo(other.Size)
        : string.CompareOrdinal(one.Key, other.Key);
}
