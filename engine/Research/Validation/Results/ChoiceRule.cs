namespace Workbench.Research.Validation;

/// <summary>The written rule by which parameters are chosen from what was learned in a window: no hand is in it.</summary>
/// <param name="Name">Its name in the record: best, plateau.</param>
/// <param name="Rate">Turns the scores of all variants, in their order, into what the highest is chosen by; null ranks last.</param>
public sealed record ChoiceRule(string Name, Func<IReadOnlyList<double?>, IReadOnlyList<double?>> Rate)
{
    /// <summary>The highest score.</summary>
    public static ChoiceRule Best { get; } = new("best", static scores => scores);

    /// <summary>Which variant is chosen; null where none has a score.</summary>
    /// <param name="scores">A score for each variant.</param>
    /// <param name="keys">Their names, by which ties are decided.</param>
    public int? Choose(IReadOnlyList<double?> scores, IReadOnlyList<string> keys)
    {
        var rated = Rate(scores);
        int? chosen = null;
        for (var i = 0; i < rated.Count; i++)
        {
            if (rated[i] is { } rate && (chosen is not { } best || rate > rated[best] || (rate == rated[best] && string.CompareOrdinal(keys[i], keys[best]) < 0)))
            {
                chosen = i;
            }
        }

        return chosen;
    }
}
