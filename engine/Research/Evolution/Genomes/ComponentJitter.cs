using System.Collections.Immutable;

namespace Workbench.Research.Evolution;

/// <summary>Moves a number of a component to a neighbour of its grid.</summary>
static class ComponentJitter
{
    /// <summary>How many numbers there are.</summary>
    public const int Count = 5;

    /// <summary>The genome with one of them moved; as it was, where it has no use for that one.</summary>
    public static Genome Of(Genome genome, int number, GenomeRules rules, SeededRandom stream)
    {
        var (guard, exit, size) = (genome.Protection, genome.Exit, genome.Sizing);
        return number switch
        {
            0 when guard.Length > 0 => genome.With(protection: guard with { Length = (int)NumberGrid.Lengths(rules.ShortestLength, rules.LongestLength).Jitter(guard.Length, stream) }),
            1 when guard.Stop > 0d => genome.With(protection: guard with { Stop = Near(rules.Distances, guard.Stop, stream) }),
            2 when guard.Target > 0d => genome.With(protection: guard with { Target = Near(rules.Distances, guard.Target, stream) }),
            3 when exit.Bars > 0 => genome.With(exit: exit with { Bars = Near(rules.HoldBars, exit.Bars, stream) }),
            4 => genome.With(sizing: size with { Amount = Near(AmountsOf(size.Kind, rules), size.Amount, stream) }),
            _ => genome,
        };
    }

    static ImmutableArray<decimal> AmountsOf(SizingKind kind, GenomeRules rules) =>
        kind switch { SizingKind.Fixed => rules.Units, SizingKind.Risk => rules.RiskShares, _ => rules.EquityShares };

    static T Near<T>(ImmutableArray<T> grid, T value, SeededRandom stream)
    {
        var at = Math.Max(0, grid.IndexOf(value)) + (stream.Next(2) == 0 ? -1 : 1);
        return grid[Math.Clamp(at, 0, grid.Length - 1)];
    }
}
