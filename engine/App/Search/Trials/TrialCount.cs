using Workbench.Research;

namespace Workbench.App;

/// <summary>How often luck was tried in a family.</summary>
/// <param name="Distinct">Trials that did something else than all others; of those that failed before they did anything, each by its key.</param>
/// <param name="BySource">The same by who tried it first, in alphabetical order; adds up to <paramref name="Distinct"/>.</param>
/// <param name="Sharpes">Sharpe ratio per day of each distinct trial that has one, in the order they came.</param>
sealed record TrialCount(long Distinct, IReadOnlyDictionary<string, long> BySource, IReadOnlyList<double> Sharpes)
{
    /// <summary>None.</summary>
    public static TrialCount Empty { get; } = new(0, new SortedDictionary<string, long>(StringComparer.Ordinal), []);

    /// <summary>What a report needs of it.</summary>
    /// <param name="days">Days of the run that is reported: where no two ratios are known, theirs are taken to differ as much as luck alone would have it.</param>
    public VariantsTried Tried(int days) => Distinct <= 1 ? VariantsTried.One : new VariantsTried(
        (int)Math.Min(Distinct, int.MaxValue), Sharpes.Count > 1 ? Variance(Sharpes) : days > 1 ? 1d / (days - 1) : 0d);

    /// <summary>In words: <c>675 (hand 4, notebook 31, sweep 640)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Distinct:N0}")
        + (Distinct == 0 ? "" : $" ({string.Join(", ", BySource.Select(each => FormattableString.Invariant($"{each.Key} {each.Value:N0}")))})");

    static double Variance(IReadOnlyList<double> sharpes)
    {
        var mean = sharpes.Sum() / sharpes.Count;
        return sharpes.Sum(each => (each - mean) * (each - mean)) / (sharpes.Count - 1);
    }
}
