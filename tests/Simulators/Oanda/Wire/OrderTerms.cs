namespace Workbench.Simulators.Oanda;

/// <summary>What an order asks for: the fields that the order has in common with the transaction that made it.</summary>
public sealed record OrderTerms
{
    public string? Instrument { get; init; }

    /// <summary>Negative sells. Orders at a trade have none: they close what is left of it.</summary>
    public decimal? Units { get; init; }

    public decimal? Price { get; init; }

    /// <summary>Of stop-like orders: no fill at a worse price.</summary>
    public decimal? PriceBound { get; init; }

    public decimal? Distance { get; init; }

    /// <summary>The trade that the order closes.</summary>
    public long? TradeID { get; init; }

    public string? ClientTradeID { get; init; }

    public OandaTimeInForce? TimeInForce { get; init; }

    public OandaTime? GtdTime { get; init; }

    public PositionFill? PositionFill { get; init; }

    /// <summary>Always DEFAULT.</summary>
    public string? PartialFill { get; init; }

    public TriggerCondition? TriggerCondition { get; init; }

    public ClientExtensions? ClientExtensions { get; init; }

    public OnFill? TakeProfitOnFill { get; init; }

    public OnFill? StopLossOnFill { get; init; }

    public OnFill? TrailingStopLossOnFill { get; init; }

    public ClientExtensions? TradeClientExtensions { get; init; }

    public Closeout? TradeClose { get; init; }

    public Closeout? LongPositionCloseout { get; init; }

    public Closeout? ShortPositionCloseout { get; init; }

    public Closeout? MarginCloseout { get; init; }
}
