namespace Workbench.Research.Evolution;

/// <summary>Where to enter.</summary>
/// <param name="Kind">How it is said.</param>
/// <param name="First">The condition of the one or first side; of <see cref="EntryKind.Directed"/> the direction.</param>
/// <param name="Second">The condition to sell, or that says when; null where there is one side only.</param>
public sealed record EntryGene(EntryKind Kind, Tree First, Tree? Second = null)
{
    /// <summary>Whether it enters both ways.</summary>
    public bool IsTwoSided => Kind is EntryKind.LongShort or EntryKind.Directed;

    /// <summary>In its simplest form.</summary>
    internal EntryGene Canonical()
    {
        var (first, second) = (Canon.Of(First), Second is null ? null : Canon.Of(Second));
        return (Kind, first.Operator.Code, second?.Operator.Code) switch
        {
            (EntryKind.LongShort, Code.No, _) => new EntryGene(EntryKind.ShortOnly, second!),
            (EntryKind.LongShort, _, Code.No) => new EntryGene(EntryKind.LongOnly, first),
            (EntryKind.Directed, Code.Up, _) => new EntryGene(EntryKind.LongOnly, second!),
            (EntryKind.Directed, Code.Down, _) => new EntryGene(EntryKind.ShortOnly, second!),
            _ => new EntryGene(Kind, first, IsTwoSided ? second : null),
        };
    }

    /// <summary>Whether it can ever say yes and no.</summary>
    internal bool IsAlive => !First.Operator.IsConstant && Second is not { Operator.Code: Code.No } && !First.Equals(Second)
        && (Kind == EntryKind.Directed || Second is not { Operator.Code: Code.Yes });
}
