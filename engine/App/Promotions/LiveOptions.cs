using Workbench.Model;

namespace Workbench.App;

/// <summary>What a promotion to live asks for.</summary>
sealed record LiveOptions
{
    /// <summary>Where orders will go.</summary>
    public required string Broker { get; init; }

    /// <summary>The user's name for the keys.</summary>
    public required string Account { get; init; }

    /// <summary>Address of a simulator, or <c>on</c> for one in this process; null for the venue itself.</summary>
    public string? Sim { get; init; }

    /// <summary>The paper session that counts; null for the best of those under the promotion.</summary>
    public string? Session { get; init; }

    /// <summary>Length of the paper session, nanoseconds. Default five days.</summary>
    public long MinPaperNanos { get; init; } = 5 * UtcNanos.Day;

    /// <summary>Share of decisions that the session and its backtest must have in common. Default 0.95.</summary>
    public double MinParity { get; init; } = 0.95;

    /// <summary>How far apart in time two decisions that are the same may be, nanoseconds. Default 5 s.</summary>
    public long ToleranceNanos { get; init; } = 5 * UtcNanos.Second;

    /// <summary>The account's number as it was typed; null to ask for it.</summary>
    public string? Confirm { get; init; }

    /// <summary>Asks a person for the number of the account; null where nobody is there.</summary>
    public Func<string, string?>? Ask { get; init; }
}
