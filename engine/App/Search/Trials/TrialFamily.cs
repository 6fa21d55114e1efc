using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// What is searched together: one line of strategies over the same instruments in overlapping time. Every evaluation within a family
/// is a try at the same luck, whoever made it and by whichever door.
/// </summary>
/// <param name="Lineage">The script's name without folder and ending, or, of an evolved one, that of its first ancestor.</param>
/// <param name="Instruments">Symbols, in alphabetical order.</param>
/// <param name="From">First instant of the data, UTC nanoseconds.</param>
/// <param name="To">First instant no longer in it.</param>
sealed record TrialFamily(string Lineage, IReadOnlyList<string> Instruments, long From, long To)
{
    /// <summary>The family of a script, or of several that run beside each other, over what a run of it trades and covers.</summary>
    public static TrialFamily Of(IReadOnlyList<string> scripts, RunSetup setup) => new(
        string.Join('+', scripts.Select(TrialLineage.Of)), [.. setup.Traded.Select(each => each.Symbol).Distinct().Order(StringComparer.Ordinal)], setup.Config.Range.From, setup.Config.Range.To);

    /// <summary>Whether both are of one line and over the same instruments; their time is another question.</summary>
    public bool IsKin(TrialFamily other) => Lineage == other.Lineage && Instruments.SequenceEqual(other.Instruments, StringComparer.Ordinal);
}
