namespace Workbench.Platform.Postgres;

/// <summary>A run that is over, as its table keeps it. Money in <see cref="Currency"/>, instants in UTC nanoseconds.</summary>
public sealed record RunRow
{
    /// <summary>Name of the run.</summary>
    public required string Id { get; init; }

    /// <summary>The session that traded: for a backtest its own name.</summary>
    public required string Session { get; init; }

    /// <summary><c>backtest</c>, <c>paper</c> or <c>live</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>When it ran, by the wall clock.</summary>
    public required long Created { get; init; }

    /// <summary>The script.</summary>
    public required string StrategyFile { get; init; }

    /// <summary>Hex SHA-256 of the script with all it loads.</summary>
    public required string StrategySha256 { get; init; }

    /// <summary>Version of the engine.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>Hash over what the run put out.</summary>
    public required string EventLogHash { get; init; }

    /// <summary>First to last event.</summary>
    public required TimeRange Covered { get; init; }

    /// <summary>Currency of the account.</summary>
    public required string Currency { get; init; }

    /// <summary>Equity when it began.</summary>
    public required decimal EquityStart { get; init; }

    /// <summary>Equity when it ended.</summary>
    public required decimal EquityEnd { get; init; }

    /// <summary>Whether it was stopped before its data ended.</summary>
    public required bool IsPartial { get; init; }

    /// <summary>The command that runs it again.</summary>
    public required string Command { get; init; }

    /// <summary>All that it came to, as <c>result.json</c> has it.</summary>
    public required string Document { get; init; }
}
