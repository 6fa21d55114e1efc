namespace Workbench.Simulators.Oanda;

/// <summary>An account as its calls tell it; the lists are those of the full call alone.</summary>
public sealed record AccountSummary
{
    public required string ID { get; init; }

    public string Alias => "simulated";

    public required string Currency { get; init; }

    public required decimal Balance { get; init; }

    public required int CreatedByUserID { get; init; }

    public required OandaTime CreatedTime { get; init; }

    public string GuaranteedStopLossOrderMode => "DISABLED";

    public required decimal PL { get; init; }

    public required decimal ResettablePL { get; init; }

    public required decimal Financing { get; init; }

    public required decimal Commission { get; init; }

    public decimal GuaranteedExecutionFees => 0m.Money();

    /// <summary>The client's own margin rate, which holds where it is higher than the instrument's.</summary>
    public required decimal MarginRate { get; init; }

    public OandaTime? MarginCallEnterTime { get; init; }

    public required int OpenTradeCount { get; init; }

    public required int OpenPositionCount { get; init; }

    public required int PendingOrderCount { get; init; }

    public required bool HedgingEnabled { get; init; }

    public OandaTime? LastOrderFillTimestamp { get; init; }

    [Flat]
    public required AccountState State { get; init; }

    public required long LastTransactionID { get; init; }

    public IReadOnlyList<object>? Trades { get; init; }

    public IReadOnlyList<OandaPosition>? Positions { get; init; }

    public IReadOnlyList<OandaOrder>? Orders { get; init; }
}
