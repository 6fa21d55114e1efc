namespace Workbench.Research.Validation;

/// <summary>Which tapes a set is made of: each kind at each strength with each seed.</summary>
public sealed record AdversarialTerms
{
    /// <summary>Most tapes of a set.</summary>
    public const int Most = 500;

    /// <summary>Kinds. Default all.</summary>
    public IReadOnlyList<EventKind> Kinds { get; init; } = EventKinds.All;

    /// <summary>How hard, 1 being usual: a crash of one day's range, a spread ten times as wide, a line that chokes for two seconds. Default 1 and 2.</summary>
    public IReadOnlyList<double> Strengths { get; init; } = [1d, 2d];

    /// <summary>Seed of the first of them. Default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>How many tapes of a kind and strength. Default 2.</summary>
    public int Seeds { get; init; } = 2;

    /// <summary>Events on a tape. Default 3, each in a third of its own.</summary>
    public int Events { get; init; } = 3;
}
