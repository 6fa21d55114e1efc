namespace Workbench.App;

/// <summary>A survivor: a script that was proven to do what its genome did.</summary>
sealed record Champion
{
    /// <summary>What people call it by.</summary>
    public required string Name { get; init; }

    /// <summary>Canonical name of the genome.</summary>
    public required string Key { get; init; }

    /// <summary>Its script, relative to the evolution's folder.</summary>
    public required string Script { get; init; }

    /// <summary>In-sample hash of its first market: that of its genome and of its script.</summary>
    public required string EventLogHash { get; init; }

    /// <summary>What it was selected by.</summary>
    public required IReadOnlyList<double?> Scores { get; init; }

    /// <summary>What selection saw, one for each market.</summary>
    public required IReadOnlyList<RunFigures> InSample { get; init; }

    /// <summary>What it never saw; empty where nothing was held out.</summary>
    public required IReadOnlyList<RunFigures> OutOfSample { get; init; }

    /// <summary>Share of the tapes made to hurt that it survived; null where that was not asked for.</summary>
    public double? Survival { get; init; }

    /// <summary>Chance that luck alone gives a variant of its rank so much, the family's trials counted; null where that is undefined.</summary>
    public double? Odds { get; init; }
}
