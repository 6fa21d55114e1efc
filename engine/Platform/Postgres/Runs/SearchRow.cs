namespace Workbench.Platform.Postgres;

/// <summary>A search or study that is over, as its table keeps it.</summary>
public sealed record SearchRow
{
    /// <summary>Name of the search; of a study without one, made of what it came to.</summary>
    public required string Id { get; init; }

    /// <summary><c>sweep</c>, <c>walkforward</c>, <c>stress</c> or <c>evolve</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>How it went about it.</summary>
    public required string Method { get; init; }

    /// <summary>The script; empty where scripts were bred out of nothing.</summary>
    public required string StrategyFile { get; init; }

    /// <summary>Hex SHA-256 of the script; empty where there was none.</summary>
    public required string StrategySha256 { get; init; }

    /// <summary>Version of the engine.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>What variants are ranked by; several, joined by commas.</summary>
    public required string Objective { get; init; }

    /// <summary>Its seed.</summary>
    public required long Seed { get; init; }

    /// <summary>How often luck was tried in the family of the script.</summary>
    public required long TrialsInFamily { get; init; }

    /// <summary>The odds that its best is luck, in the sentence that its report shows.</summary>
    public required string Odds { get; init; }

    /// <summary>The command that makes it again, or shows it.</summary>
    public required string Command { get; init; }

    /// <summary>All that it came to but the variants, as its verb writes it for programs; <c>data</c> says what it saw.</summary>
    public required string Document { get; init; }
}
