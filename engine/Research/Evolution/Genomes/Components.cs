using System.Collections.Immutable;

namespace Workbench.Research.Evolution;

/// <summary>Draws the components of genomes, each by itself.</summary>
sealed class Components(GenomeRules rules, SeededRandom stream)
{
    readonly TreeGrowth growth = TreeGrowth.Under(rules);

    /// <summary>The operators that may be made.</summary>
    public ImmutableArray<Operator> Operators => growth.Operators;

    /// <summary>All of them.</summary>
    public Genome Genome(int levels) =>
        Evolution.Genome.Of(Timeframe(), Entry(levels), Filter(levels), Protection(), Exit(levels), Sizing());

    public BarSpec Timeframe() => Of(rules.Timeframes);

    public EntryGene Entry(int levels)
    {
        var kind = Of(rules.Entries);
        var first = Tree(kind == EntryKind.Directed ? Measure.Direction : Measure.Truth, levels);
        return new EntryGene(kind, first, kind is EntryKind.LongShort or EntryKind.Directed ? Tree(Measure.Truth, levels) : null);
    }

    public Tree Filter(int levels) => stream.NextDouble() < rules.FilterRate ? Tree(Measure.Truth, Math.Min(levels, 3)) : Evolution.Tree.Leaf(Code.Yes);

    public ProtectionGene Protection() => new(Of(rules.Protections), Length(), Of(rules.Distances), Of(rules.Distances));

    public ExitGene Exit(int levels)
    {
        var kind = Of(rules.Exits);
        return new ExitGene(kind, Of(rules.HoldBars), kind == ExitKind.Condition ? Tree(Measure.Truth, Math.Min(levels, 3)) : null);
    }

    public SizingGene Sizing()
    {
        var kind = Of(rules.Sizings);
        return new SizingGene(kind, Of(kind switch { SizingKind.Fixed => rules.Units, SizingKind.Risk => rules.RiskShares, _ => rules.EquityShares }));
    }

    /// <summary>A tree, bushy or not by a coin.</summary>
    public Tree Tree(Measure measure, int levels) => growth.Grow(measure, levels, isFull: stream.Next(2) == 0, stream);

    int Length() => (int)NumberGrid.Lengths(Math.Max(5, rules.ShortestLength), Math.Max(5, Math.Min(50, rules.LongestLength))).Draw(stream);

    T Of<T>(ImmutableArray<T> choices) => choices[stream.Next(choices.Length)];
}
