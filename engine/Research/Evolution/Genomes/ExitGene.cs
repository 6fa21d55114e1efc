namespace Workbench.Research.Evolution;

/// <summary>What ends a position besides its protection.</summary>
/// <param name="Kind">What.</param>
/// <param name="Bars">Bars after which it ends; 0 where time does not end it.</param>
/// <param name="Condition">The condition that ends it; null where none does.</param>
public sealed record ExitGene(ExitKind Kind, int Bars = 0, Tree? Condition = null)
{
    /// <summary>Without what its kind has no use for.</summary>
    internal ExitGene Canonical() => Kind switch
    {
        ExitKind.Time => new ExitGene(Kind, Bars),
        ExitKind.Condition => new ExitGene(Kind, 0, Canon.Of(Condition!)),
        _ => new ExitGene(Kind),
    };

    /// <summary>Whether it can ever say yes and no.</summary>
    internal bool IsAlive => Kind != ExitKind.Condition || !Condition!.Operator.IsConstant;
}
