using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workbench.Research.Evolution;

/// <summary>
/// All that makes an evolved strategy: choices of components, numbers, and expressions over the market. It is in canonical form from birth,
/// and only that form is evaluated, written and hashed: genomes of one text are one genome.
/// </summary>
public sealed class Genome : IEquatable<Genome>
{
    const int UsualLength = 14;

    Genome(BarSpec timeframe, EntryGene entry, Tree filter, ProtectionGene protection, ExitGene exit, SizingGene sizing)
    {
        Timeframe = timeframe;
        Entry = entry;
        Filter = filter;
        Protection = protection;
        Exit = exit;
        Sizing = sizing;
        Text = GenomeText.Of(this);
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
    }

    /// <summary>The bars that it decides on.</summary>
    public BarSpec Timeframe { get; }

    /// <summary>Where to enter.</summary>
    public EntryGene Entry { get; }

    /// <summary>What must hold for any entry; <c>true</c> where nothing must.</summary>
    public Tree Filter { get; }

    /// <summary>The orders that protect a position.</summary>
    public ProtectionGene Protection { get; }

    /// <summary>What ends a position besides.</summary>
    public ExitGene Exit { get; }

    /// <summary>How much is traded.</summary>
    public SizingGene Sizing { get; }

    /// <summary>Canonical text, in one line; <see cref="Parse"/> reads it back.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of the canonical text, in lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Nodes of all expressions; a filter that is none counts nothing.</summary>
    public int Size => Trees.Sum(tree => tree.Operator.Code == Code.Yes ? 0 : tree.Size);

    /// <summary>Levels of the deepest expression.</summary>
    public int Depth => Trees.Max(tree => tree.Depth);

    /// <summary>Numbers that could be another one.</summary>
    public int Parameters => Nodes.Count(node => node.Operator.Numbers.Exists) + ComponentNumbers;

    /// <summary>What parsimony counts: nodes, numbers and distinct indicators.</summary>
    public int Complexity => Size + Parameters + IndicatorGene.Of(this).Count;

    /// <summary>Whether it could trade at all, and leave again: no entry, filter or exit is a constant.</summary>
    public bool IsAlive => Entry.IsAlive && Exit.IsAlive && Filter.Operator.Code != Code.No;

    /// <summary>Its expressions, in the order that they are written in.</summary>
    internal IEnumerable<Tree> Trees => new[] { Filter, Entry.First, Entry.Second, Exit.Condition }.OfType<Tree>();

    /// <summary>The distinct nodes of its expressions, parts before what is made of them.</summary>
    internal IReadOnlyList<Tree> Nodes => field ??= Tree.Distinct(Trees);

    /// <summary>A genome in canonical form.</summary>
    /// <exception cref="ArgumentException">An expression has another measure than its place wants.</exception>
    public static Genome Of(BarSpec timeframe, EntryGene entry, Tree filter, ProtectionGene protection, ExitGene exit, SizingGene sizing)
    {
        Wants(entry.First, entry.Kind == EntryKind.Directed ? Measure.Direction : Measure.Truth);
        Wants(entry.Second, Measure.Truth);
        Wants(filter, Measure.Truth);
        Wants(exit.Condition, Measure.Truth);
        if ((entry.IsTwoSided && entry.Second is null) || (exit.Kind == ExitKind.Condition && exit.Condition is null))
        {
            throw new ArgumentException("An expression is missing.", nameof(entry));
        }

        var protects = protection.Canonical(sizing.Kind == SizingKind.Risk);
        var (when, gate) = (entry.Canonical(), Canon.Of(filter));
        return when.First.Operator.Code == Code.Yes && when.Second is null
            ? new Genome(timeframe, when with { First = gate }, Tree.Leaf(Code.Yes), protects, exit.Canonical(), sizing)
            : new Genome(timeframe, when, gate, protects, exit.Canonical(), sizing);
    }

    /// <summary>The same with other components, in canonical form again.</summary>
    internal Genome With(
        BarSpec? timeframe = null, EntryGene? entry = null, Tree? filter = null, ProtectionGene? protection = null, ExitGene? exit = null, SizingGene? sizing = null)
    {
        var (guard, size) = (protection ?? Protection, sizing ?? Sizing);

        // Risk is counted in average true ranges, whose length nobody drew where there was no use for it.
        var usual = size.Kind == SizingKind.Risk && guard.Length == 0 ? guard with { Length = UsualLength } : guard;
        return Of(timeframe ?? Timeframe, entry ?? Entry, filter ?? Filter, usual, exit ?? Exit, size);
    }

    /// <summary>Reads canonical text, or any text of a genome.</summary>
    /// <exception cref="WorkbenchException">WB4162: it is none.</exception>
    public static Genome Parse(string text) => GenomeText.Read(text);

    public bool Equals(Genome? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as Genome);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>The first eight digits of the hash: what people call it by.</summary>
    public override string ToString() => Hash[..8];

    int ComponentNumbers => 2 + (Exit.Kind == ExitKind.Time ? 1 : 0) + Count(Protection.Length) + Count(Protection.Stop) + Count(Protection.Target);

    static int Count(double number) => number == 0d ? 0 : 1;

    static void Wants(Tree? tree, Measure measure)
    {
        if (tree is not null && tree.Measure != measure)
        {
            throw new ArgumentException($"{tree} is a {tree.Measure}, where a {measure} is wanted.", nameof(tree));
        }
    }
}
