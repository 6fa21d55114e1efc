namespace Workbench.Research;

/// <summary>What only the caller knows of a run: which script saw which data, and how to run it again.</summary>
public sealed record RunIdentity
{
    /// <summary>Name of the run and of its folder.</summary>
    public required string RunId { get; init; }

    /// <summary>When it ran, UTC nanoseconds by the wall clock.</summary>
    public required long CreatedNanos { get; init; }

    /// <summary>The script, relative to the project.</summary>
    public required string StrategyFile { get; init; }

    /// <summary>Hex SHA-256 of the script with all it loads.</summary>
    public required string StrategySha256 { get; init; }

    /// <summary>Scripts that ran beside it, each with a book of its own.</summary>
    public IReadOnlyList<ScriptIdentity> MoreScripts { get; init; } = [];

    /// <summary>Version of the engine.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>Parameters as used, in the script's order.</summary>
    public required IReadOnlyList<RunParameter> Parameters { get; init; }

    /// <summary>The data it saw.</summary>
    public required IReadOnlyList<DataIdentity> Data { get; init; }

    /// <summary>Whether data that a check has refused were run over all the same.</summary>
    public bool AcceptsDataWarnings { get; init; }

    /// <summary>The exact command that runs it again.</summary>
    public required string Command { get; init; }

    /// <summary>What was clamped, replaced or assumed before the run began; shown among the report's warnings.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>How many variants this one was chosen from. Default: none but itself.</summary>
    public VariantsTried Tried { get; init; } = VariantsTried.One;
}
