namespace Workbench.Simulators.Oanda;

/// <summary>An order of the account, as it stands.</summary>
public sealed record OandaOrder
{
    /// <summary>The id of the transaction that made it.</summary>
    public required long ID { get; init; }

    public required OandaTime CreateTime { get; init; }

    public required OandaOrderType Type { get; init; }

    [Flat]
    public required OrderTerms Terms { get; init; }

    public OandaOrderState State { get; init; }

    public long? FillingTransactionID { get; init; }

    public OandaTime? FilledTime { get; init; }

    public long? TradeOpenedID { get; init; }

    public long? TradeReducedID { get; init; }

    public IReadOnlyList<long>? TradeClosedIDs { get; init; }

    public long? CancellingTransactionID { get; init; }

    public OandaTime? CancelledTime { get; init; }

    public long? ReplacesOrderID { get; init; }

    public long? ReplacedByOrderID { get; init; }

    /// <summary>Of a trailing stop: where it stands now.</summary>
    public decimal? TrailingStopValue { get; init; }

    /// <summary>Of a market-if-touched order: from which side its price must be touched.</summary>
    public decimal? InitialMarketPrice { get; init; }
}
