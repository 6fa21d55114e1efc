namespace Workbench.Core;

/// <summary>How a session deals with a real venue.</summary>
public sealed record LiveTerms
{
    /// <summary>Beginning of all its order ids: letters a to z and digits, at most 20, a new one for each session.</summary>
    public required string SessionKey { get; init; }

    /// <summary>What the venue can do.</summary>
    public required VenueCapabilities Venue { get; init; }

    /// <summary>How long an answer may take before the venue is asked. Default 5 seconds.</summary>
    public long AnswerNanos { get; init; } = 5 * UtcNanos.Second;

    /// <summary>How long an order may be carried before it must be known how that went: until then it may still arrive, and that the venue does not have it
    /// proves nothing. Longer than any call may take. Default 20 seconds.</summary>
    public long CarryNanos { get; init; } = 20 * UtcNanos.Second;

    /// <summary>Pause before the venue is asked after something whose outcome is unknown, and between two readings. Default 1 second.</summary>
    public long QueryNanos { get; init; } = UtcNanos.Second;

    /// <summary>Longest pause between two questions about one order. Default 30 seconds.</summary>
    public long LongestQueryNanos { get; init; } = 30 * UtcNanos.Second;

    /// <summary>How often working orders and positions are compared. Default 60 seconds; 0 for only when something suggests it.</summary>
    public long AuditNanos { get; init; } = 60 * UtcNanos.Second;

    /// <summary>How old the last news of an order or a market must be before a comparison may judge it: two roads need not be equally fast. Default 5 seconds.</summary>
    public long GuardNanos { get; init; } = 5 * UtcNanos.Second;

    /// <summary>Ended orders of which news is still understood. Default 10,000.</summary>
    public int Remembered { get; init; } = 10_000;
}
