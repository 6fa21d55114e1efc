using System.Collections.Immutable;

namespace Workbench.Research.Evolution;

/// <summary>
/// Folds operators over constants, by the very arithmetic that would run. Sums of pips stay: what a pip is worth is the instrument's
/// affair, and 2 pips and 5 pips are 7 only to a person.
/// </summary>
static class Folded
{
    /// <summary>The constant; null where it is none.</summary>
    public static Tree? Of(Operator kind, ImmutableArray<Tree> parts) =>
        parts.All(part => part.Operator.IsConstant) ? Constant(kind, parts) : null;

    static Tree? Constant(Operator kind, ImmutableArray<Tree> parts)
    {
        var (first, second) = (Value(parts[0]), Value(parts[^1]));
        return kind.Code switch
        {
            Code.Above => Truth(first > second),
            Code.And => Truth(first > 0d && second > 0d),
            Code.Or => Truth(first > 0d || second > 0d),
            Code.Not => Truth(first == 0d),

            // It was so from the first bar on, or never was.
            Code.Became => Truth(false),
            Code.Since => Tree.Leaf(Code.Count, first > 0d ? 0d : Guarded.Never),
            Code.Abs => Tree.Leaf(parts[0].Operator.Code, Math.Abs(first)),
            Code.Max => Tree.Leaf(parts[0].Operator.Code, Math.Max(first, second)),
            Code.Min => Tree.Leaf(parts[0].Operator.Code, Math.Min(first, second)),
            Code.SideOf => first > 0d ? Tree.Leaf(Code.Up) : first < 0d ? Tree.Leaf(Code.Down) : null,
            Code.Opposite => Tree.Leaf(first > 0d ? Code.Down : Code.Up),
            Code.IsUp => Truth(first > 0d),
            Code.IsDown => Truth(first < 0d),
            Code.Agree => Truth(first == second),
            _ => null,
        };
    }

    static double Value(Tree constant) => constant.Operator.Code switch
    {
        Code.Yes or Code.Up => 1d,
        Code.No => 0d,
        Code.Down => -1d,
        _ => constant.Number,
    };

    static Tree Truth(bool holds) => Tree.Leaf(holds ? Code.Yes : Code.No);
}
