using System.Collections.Immutable;

namespace Workbench.Research.Evolution;

/// <summary>What may be made: the limits of an evolution, and the choices of its components.</summary>
public sealed record GenomeRules
{
    /// <summary>Most nodes of all expressions of a genome, after simplification. Default 40.</summary>
    public int MostNodes { get; init; } = 40;

    /// <summary>Most levels of an expression, after simplification. Default 6.</summary>
    public int MostLevels { get; init; } = 6;

    /// <summary>Shortest length of an indicator, in bars. Default 2.</summary>
    public int ShortestLength { get; init; } = 2;

    /// <summary>Longest length of an indicator, in bars. Default 200.</summary>
    public int LongestLength { get; init; } = 200;

    /// <summary>Timeframes to choose from. Default 5m, 15m, 1h.</summary>
    public ImmutableArray<BarSpec> Timeframes { get; init; } = [Bars.Minutes(5), Bars.Minutes(15), Bars.Hours(1)];

    /// <summary>Ways to say where to enter.</summary>
    public ImmutableArray<EntryKind> Entries { get; init; } = [EntryKind.LongShort, EntryKind.LongOnly, EntryKind.ShortOnly, EntryKind.Directed];

    /// <summary>Orders that protect.</summary>
    public ImmutableArray<ProtectionKind> Protections { get; init; } = [ProtectionKind.None, ProtectionKind.Stop, ProtectionKind.Bracket, ProtectionKind.Trailing];

    /// <summary>Exits besides.</summary>
    public ImmutableArray<ExitKind> Exits { get; init; } = [ExitKind.Opposite, ExitKind.Time, ExitKind.Condition];

    /// <summary>Ways to size; one stands as often as it is to be drawn. Default a share of equity at risk and fixed units.</summary>
    public ImmutableArray<SizingKind> Sizings { get; init; } = [SizingKind.Risk, SizingKind.Fixed, SizingKind.Equity];

    /// <summary>Units of <see cref="SizingKind.Fixed"/>. Default 10,000.</summary>
    public ImmutableArray<decimal> Units { get; init; } = [10_000m];

    /// <summary>Shares of equity of <see cref="SizingKind.Risk"/>. Default 0.2 to 2 percent.</summary>
    public ImmutableArray<decimal> RiskShares { get; init; } = [0.002m, 0.005m, 0.01m, 0.02m];

    /// <summary>Shares of equity of <see cref="SizingKind.Equity"/>. Default 0.1 to 1.</summary>
    public ImmutableArray<decimal> EquityShares { get; init; } = [0.1m, 0.2m, 0.5m, 1m];

    /// <summary>Distances of stops and targets, in average true ranges. Default 1 to 10.</summary>
    public ImmutableArray<double> Distances { get; init; } = [1d, 1.5, 2d, 3d, 5d, 10d];

    /// <summary>Bars of <see cref="ExitKind.Time"/>.</summary>
    public ImmutableArray<int> HoldBars { get; init; } = [5, 10, 20, 50, 100, 200];

    /// <summary>Probability that a random genome has a filter. Default a half.</summary>
    public double FilterRate { get; init; } = 0.5;

    /// <summary>Words of operators that are not to be used, such as <c>weekday</c>. Default none.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>Whether a genome keeps to the limits and could trade.</summary>
    public bool Allow(Genome genome) => genome.IsAlive && genome.Size <= MostNodes && genome.Depth <= MostLevels;

    /// <summary>The operators that may be made, in the order of the table. True, false, up and down come of folding alone.</summary>
    internal IReadOnlyList<Operator> Operators =>
        [.. Evolution.Operators.All.Where(kind => !Without.Contains(kind.Name) && kind.Code is not (Code.Yes or Code.No or Code.Up or Code.Down))];

    /// <summary>The numbers that an operator may carry under these rules.</summary>
    internal NumberGrid NumbersOf(Operator kind) => kind.Numbers.IsLength ? NumberGrid.Lengths(ShortestLength, LongestLength) : kind.Numbers;
}
