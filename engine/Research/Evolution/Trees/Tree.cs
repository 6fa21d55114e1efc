using System.Collections.Immutable;
using System.Globalization;

namespace Workbench.Research.Evolution;

/// <summary>
/// An expression over the market: an immutable tree whose parts have the measures that its operator takes. Two trees with one text are
/// equal.
/// </summary>
public sealed class Tree : IEquatable<Tree>
{
    Tree(Operator kind, double number, ImmutableArray<Tree> parts)
    {
        Operator = kind;
        Number = number;
        Parts = parts;
        Size = 1 + parts.Sum(part => part.Size);
        Depth = 1 + (parts.IsEmpty ? 0 : parts.Max(part => part.Depth));
        Text = TextOf(kind, number, parts);
    }

    /// <summary>What it does.</summary>
    public Operator Operator { get; }

    /// <summary>Its length, or its constant in its unit; 0 where the operator carries none.</summary>
    public double Number { get; }

    /// <summary>What it is made of.</summary>
    public ImmutableArray<Tree> Parts { get; }

    /// <summary>What it gives.</summary>
    public Measure Measure => Operator.Result;

    /// <summary>Nodes, itself counted; a part that stands twice counts twice.</summary>
    public int Size { get; }

    /// <summary>Levels: 1 for a terminal.</summary>
    public int Depth { get; }

    /// <summary>Its text: <c>(above (ema 20) (ema 50))</c>.</summary>
    public string Text { get; }

    /// <summary>A tree as it is given, not simplified.</summary>
    /// <exception cref="ArgumentException">The parts do not have the measures that the operator takes.</exception>
    public static Tree Raw(Operator kind, double number, params ImmutableArray<Tree> parts) =>
        kind.Takes.SequenceEqual(parts.Select(part => part.Measure))
            ? new Tree(kind, number, parts)
            : throw new ArgumentException($"{kind.Name} takes {string.Join(", ", kind.Takes)}, not {string.Join(", ", parts.Select(part => part.Measure))}.", nameof(parts));

    /// <summary>A terminal.</summary>
    public static Tree Leaf(Code code, double number = 0d) => new(Operators.Of(code), number, []);

    /// <summary>The same operator over other parts.</summary>
    internal Tree With(ImmutableArray<Tree> parts) => Raw(Operator, Number, parts);

    /// <summary>The same with another number.</summary>
    internal Tree With(double number) => new(Operator, number, Parts);

    /// <summary>All nodes, each before its parts.</summary>
    public IEnumerable<Tree> Nodes() => Parts.SelectMany(part => part.Nodes()).Prepend(this);

    /// <summary>The distinct nodes of trees, parts before what is made of them.</summary>
    internal static IReadOnlyList<Tree> Distinct(IEnumerable<Tree> trees)
    {
        var nodes = new List<Tree>();
        var known = new HashSet<Tree>();
        foreach (var tree in trees)
        {
            Add(tree, nodes, known);
        }

        return nodes;
    }

    public bool Equals(Tree? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as Tree);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    public override string ToString() => Text;

    static void Add(Tree tree, List<Tree> nodes, HashSet<Tree> known)
    {
        if (known.Contains(tree))
        {
            return;
        }

        foreach (var part in tree.Parts)
        {
            Add(part, nodes, known);
        }

        known.Add(tree);
        nodes.Add(tree);
    }

    static string TextOf(Operator kind, double number, ImmutableArray<Tree> parts)
    {
        string[] words =
        [
            kind.Name,
            .. kind.Numbers.Exists ? new[] { number.ToString("R", CultureInfo.InvariantCulture) } : [],
            .. parts.Select(part => part.Text),
        ];
        return words.Length == 1 ? kind.Name : $"({string.Join(' ', words)})";
    }
}
