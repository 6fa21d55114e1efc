namespace Workbench.Simulators.Oanda;

/// <summary>A take profit, stop loss or trailing stop that a trade is to get once it is open.</summary>
public sealed record OnFill
{
    public decimal? Price { get; init; }

    /// <summary>Instead of a price: from the price of the trade; of a trailing stop, from the market.</summary>
    public decimal? Distance { get; init; }

    public OandaTimeInForce TimeInForce { get; init; }

    public OandaTime? GtdTime { get; init; }

    public TriggerCondition? TriggerCondition { get; init; }

    public ClientExtensions? ClientExtensions { get; init; }
}
