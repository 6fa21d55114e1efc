namespace Workbench.Research.Validation;

/// <summary>How many tapes of one kind were survived.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Survived">Tapes that were.</param>
/// <param name="Tapes">All of them.</param>
public sealed record KindSurvival(EventKind Kind, int Survived, int Tapes)
{
    /// <summary>Share of the tapes that were survived, 0 to 1.</summary>
    public double Share => (double)Survived / Tapes;
}
