using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Workbench.Research.Evolution;

/// <summary>
/// Grows random trees of a measure within a number of levels. The fewest levels in which each measure can end are known beforehand, so
/// that growing never runs into a corner.
/// </summary>
sealed class TreeGrowth
{
    const int Endless = int.MaxValue / 2;

    static readonly ConditionalWeakTable<GenomeRules, TreeGrowth> Known = [];

    readonly GenomeRules rules;
    readonly Dictionary<Measure, ImmutableArray<Operator>> makers;
    readonly Dictionary<Measure, int> fewest;

    TreeGrowth(GenomeRules rules)
    {
        this.rules = rules;
        Operators = [.. rules.Operators];
        makers = Enum.GetValues<Measure>().ToDictionary(measure => measure, measure => Operators.Where(kind => kind.Result == measure).ToImmutableArray());
        fewest = Enum.GetValues<Measure>().ToDictionary(measure => measure, _ => Endless);
        while (Settle())
        {
        }
    }

    /// <summary>The operators that may be made.</summary>
    public ImmutableArray<Operator> Operators { get; }

    /// <summary>Growth under these rules; what is known of them is found once.</summary>
    public static TreeGrowth Under(GenomeRules rules) => Known.GetValue(rules, static rules => new TreeGrowth(rules));

    /// <summary>The fewest levels of a tree of that measure.</summary>
    /// <exception cref="WorkbenchException">WB4160: under these rules none ends.</exception>
    public int FewestLevels(Measure measure) => fewest[measure] < Endless ? fewest[measure] : throw GenomeErrors.NoEnd(measure);

    /// <summary>A tree in canonical form that is no constant.</summary>
    /// <param name="measure">What it is to measure.</param>
    /// <param name="levels">Most levels.</param>
    /// <param name="isFull">Whether every branch is to reach them, where it can; else branches end where they end.</param>
    /// <param name="stream">The dice.</param>
    public Tree Grow(Measure measure, int levels, bool isFull, SeededRandom stream)
    {
        const int Tries = 20;
        var most = Math.Max(levels, FewestLevels(measure));
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var tree = Canon.Of(Node(measure, most, isFull, mayBeConstant: false, stream));
            if (!tree.Operator.IsConstant)
            {
                return tree;
            }
        }

        return Canon.Of(Node(measure, FewestLevels(measure), isFull: false, mayBeConstant: false, stream));
    }

    Tree Node(Measure measure, int levels, bool isFull, bool mayBeConstant, SeededRandom stream)
    {
        var kind = Choose(measure, levels, isFull, mayBeConstant, stream);

        // The larger of two says least to a reader: it is drawn half as often.
        kind = kind.Code is Code.Max or Code.Min && stream.Next(2) == 0 ? Choose(measure, levels, isFull, mayBeConstant, stream) : kind;
        var number = rules.NumbersOf(kind).Draw(stream);
        var parts = new List<Tree>();
        foreach (var taken in kind.Takes)
        {
            // Of two operands one at least says something of the market: 2 × ATR, momentum above 1.
            var mayBe = parts.Count > 0 ? !parts[0].Operator.IsConstant : kind.Code == Code.Times;
            parts.Add(Node(taken, levels - 1, isFull, mayBe, stream));
        }

        if (kind.Code == Code.Above && stream.Next(2) == 0)
        {
            parts.Reverse();
        }

        return Tree.Raw(kind, number, [.. parts]);
    }

    Operator Choose(Measure measure, int levels, bool isFull, bool mayBeConstant, SeededRandom stream)
    {
        Operator[] able = [.. makers[measure].Where(kind => Levels(kind) <= levels && (mayBeConstant || !kind.IsConstant || !HasOthers(measure, levels)))];
        Operator[] inner = isFull ? [.. able.Where(kind => !kind.IsTerminal)] : [];
        var wanted = inner.Length > 0 ? inner : able;

        // A measure whose numbers have few meanings (hours, percent, multiples) is best compared with a number.
        return mayBeConstant && Array.Find(able, kind => kind.IsConstant) is { } constant && stream.Next(2) == 0
            ? constant
            : wanted[stream.Next(wanted.Length)];
    }

    bool HasOthers(Measure measure, int levels) => makers[measure].Any(kind => !kind.IsConstant && Levels(kind) <= levels);

    int Levels(Operator kind) => kind.IsTerminal ? 1 : Math.Min(Endless, 1 + kind.Takes.Max(measure => fewest[measure]));

    bool Settle()
    {
        var changed = false;
        foreach (var kind in Operators)
        {
            var levels = Levels(kind);
            if (levels < fewest[kind.Result])
            {
                fewest[kind.Result] = levels;
                changed = true;
            }
        }

        return changed;
    }
}
