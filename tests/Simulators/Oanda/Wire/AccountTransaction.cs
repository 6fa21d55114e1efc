using System.Text.Json.Serialization;

namespace Workbench.Simulators.Oanda;

/// <summary>What happened to the account itself: CREATE, TRANSFER_FUNDS, MARGIN_CALL_ENTER, MARGIN_CALL_EXIT.</summary>
public sealed record AccountTransaction : Transaction
{
    public override string Type => Kind;

    [JsonIgnore]
    public required string Kind { get; init; }

    public string? HomeCurrency { get; init; }

    public decimal? Amount { get; init; }

    public string? FundingReason { get; init; }

    public decimal? AccountBalance { get; init; }
}
