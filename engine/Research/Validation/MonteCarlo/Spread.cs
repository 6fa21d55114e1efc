namespace Workbench.Research.Validation;

/// <summary>Where the results of many repetitions lie: quantiles, linear between neighbours.</summary>
/// <param name="Low">5 % lie below.</param>
/// <param name="Quarter">25 % lie below.</param>
/// <param name="Median">Half lie below.</param>
/// <param name="ThreeQuarters">75 % lie below.</param>
/// <param name="High">95 % lie below.</param>
public sealed record Spread(double Low, double Quarter, double Median, double ThreeQuarters, double High)
{
    /// <summary>The shares that the quantiles stand for.</summary>
    public static IReadOnlyList<double> Shares { get; } = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>The quantiles, in the order of <see cref="Shares"/>.</summary>
    public IReadOnlyList<double> Values => [Low, Quarter, Median, ThreeQuarters, High];

    /// <summary>Of values in any order; null where there are none.</summary>
    public static Spread? Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        double At(double share) => Moments.Quantile(sorted, share);
        return sorted.Length == 0 ? null : new Spread(At(0.05), At(0.25), At(0.5), At(0.75), At(0.95));
    }
}
