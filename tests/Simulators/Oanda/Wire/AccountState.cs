using System.Text.Json.Serialization;

namespace Workbench.Simulators.Oanda;

/// <summary>What of an account moves with prices.</summary>
public sealed record AccountState
{
    public required decimal UnrealizedPL { get; init; }

    [JsonPropertyName("NAV")]
    public required decimal Nav { get; init; }

    public required decimal MarginUsed { get; init; }

    public required decimal MarginAvailable { get; init; }

    public required decimal PositionValue { get; init; }

    public decimal MarginCloseoutUnrealizedPL => UnrealizedPL;

    [JsonPropertyName("marginCloseoutNAV")]
    public decimal MarginCloseoutNav => Nav;

    public decimal MarginCloseoutMarginUsed => MarginUsed;

    /// <summary>At 1 the venue closes all.</summary>
    public required decimal MarginCloseoutPercent { get; init; }

    public decimal MarginCloseoutPositionValue => PositionValue;

    public decimal WithdrawalLimit => MarginAvailable;

    public decimal MarginCallMarginUsed => MarginUsed;

    /// <summary>At 1 the account is in a margin call.</summary>
    public required decimal MarginCallPercent { get; init; }
}
