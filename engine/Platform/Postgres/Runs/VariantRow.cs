namespace Workbench.Platform.Postgres;

/// <summary>A variant of a search, as its table keeps it.</summary>
public sealed record VariantRow
{
    /// <summary>Its place in the search, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Its place among the others, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>Its name within the search.</summary>
    public required string Key { get; init; }

    /// <summary>What sets it apart, as an object in JSON.</summary>
    public required string Settings { get; init; }

    /// <summary><c>finished</c>, <c>failed</c> or <c>stopped</c>.</summary>
    public required string State { get; init; }

    /// <summary>Why it failed or was stopped; null where it finished.</summary>
    public string? Reason { get; init; }

    /// <summary>Hash of what it put out; null where it did not finish.</summary>
    public string? EventLogHash { get; init; }

    /// <summary>Hash of its fills; null where it failed.</summary>
    public string? BehaviourHash { get; init; }

    /// <summary>Fills.</summary>
    public required long Fills { get; init; }

    /// <summary>Round trips closed.</summary>
    public required long Trades { get; init; }

    /// <summary>Equity when it began.</summary>
    public required decimal EquityStart { get; init; }

    /// <summary>Equity when it ended.</summary>
    public required decimal EquityEnd { get; init; }

    /// <summary>What it is ranked by; null where it has nothing.</summary>
    public double? Objective { get; init; }

    /// <summary>Why it has nothing; null where it has.</summary>
    public string? ObjectiveReason { get; init; }

    /// <summary>All its figures, as an object in JSON; null where one is undefined.</summary>
    public required string Figures { get; init; }
}
