using System.Collections.Immutable;

namespace Workbench.Research.Evolution;

/// <summary>
/// Brings trees into their one form: constants folded, what cancels itself gone, a &gt; b for b &lt; a, operands sorted where their order
/// does not matter. Nothing is re-associated or distributed, since doubles would change: a tree and its canonical form evaluate to the same
/// bits. It is idempotent.
/// </summary>
static class Canon
{
    static readonly Tree Yes = Tree.Leaf(Code.Yes);
    static readonly Tree No = Tree.Leaf(Code.No);

    /// <summary>The canonical form.</summary>
    public static Tree Of(Tree tree)
    {
        if (tree.Parts.IsEmpty)
        {
            return tree.Number == 0d ? tree.With(0d) : tree;
        }

        ImmutableArray<Tree> parts = [.. tree.Parts.Select(Of)];
        return Folded.Of(tree.Operator, parts) ?? Simple(tree.With(Sorted(tree.Operator, parts)));
    }

    static ImmutableArray<Tree> Sorted(Operator kind, ImmutableArray<Tree> parts) =>
        kind.Commutes && Compare(parts[0], parts[1]) > 0 ? [parts[1], parts[0]] : parts;

    /// <summary>By operator, then by text: a total order, since trees of one text are equal.</summary>
    static int Compare(Tree first, Tree second)
    {
        // Constants last, where a person would write them.
        var byKind = Place(first).CompareTo(Place(second));
        return byKind != 0 ? byKind : string.CompareOrdinal(first.Text, second.Text);
    }

    static int Place(Tree tree) => tree.Operator.IsConstant ? int.MaxValue : (int)tree.Operator.Code;

    static Tree Simple(Tree tree) => tree.Operator.Code switch
    {
        Code.And => And(tree),
        Code.Or => Or(tree),
        Code.Not => Inside(tree, Code.Not) ?? tree,
        Code.Negate => Inside(tree, Code.Negate) ?? tree,
        Code.Opposite => Inside(tree, Code.Opposite) ?? tree,
        Code.Abs => Abs(tree),
        Code.Became when tree.Parts[0].Operator.Code == Code.Became => tree.Parts[0],
        Code.IsDown when IsSize(tree.Parts[0]) => No,
        Code.Max or Code.Min => Repeated(tree) ?? tree,
        Code.Minus when tree.Parts[0].Equals(tree.Parts[1]) => Tree.Leaf(Code.Pips),
        Code.Over when tree.Parts[0].Equals(tree.Parts[1]) => Tree.Leaf(Code.Multiple, 1d),
        Code.Above when tree.Parts[0].Equals(tree.Parts[1]) => No,
        _ => tree,
    };

    static Tree And(Tree tree) =>
        tree.Parts.Contains(No) ? No
        : tree.Parts[1].Equals(Yes) ? tree.Parts[0]
        : IsOpposite(tree.Parts[0], tree.Parts[1]) ? No
        : Repeated(tree) ?? tree;

    static Tree Or(Tree tree) =>
        tree.Parts.Contains(Yes) ? Yes
        : tree.Parts[1].Equals(No) ? tree.Parts[0]
        : IsOpposite(tree.Parts[0], tree.Parts[1]) ? Yes
        : Repeated(tree) ?? tree;

    // x and not x cannot both hold, nor both fail.
    static bool IsOpposite(Tree first, Tree second) => IsNot(first, second) || IsNot(second, first);

    static bool IsNot(Tree first, Tree second) => first.Operator.Code == Code.Not && first.Parts[0].Equals(second);

    /// <summary>What is within a pair of the same operator: not not x is x.</summary>
    static Tree? Inside(Tree tree, Code code) => tree.Parts[0].Operator.Code == code ? tree.Parts[0].Parts[0] : null;

    // What is never below nothing never points down.
    static bool IsSize(Tree tree) => tree.Operator.Code == Code.SideOf && tree.Parts[0].Operator.Code == Code.Abs;

    static Tree Abs(Tree tree) => tree.Parts[0].Operator.Code switch
    {
        Code.Abs => tree.Parts[0],
        Code.Negate => Of(tree.With([tree.Parts[0].Parts[0]])),
        _ => tree,
    };

    /// <summary>f(x, x) is x, and f(f(x, y), x) is f(x, y), for what is the same done twice.</summary>
    static Tree? Repeated(Tree tree)
    {
        var (first, second) = (tree.Parts[0], tree.Parts[1]);
        return first.Equals(second) || Holds(first, second, tree.Operator) ? first : Holds(second, first, tree.Operator) ? second : null;
    }

    static bool Holds(Tree outer, Tree part, Operator kind) => ReferenceEquals(outer.Operator, kind) && outer.Parts.Contains(part);
}
