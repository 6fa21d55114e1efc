namespace Workbench.Simulators.Binance;

/// <summary>What a futures order was asked for with and the exchange has no field for.</summary>
/// <param name="Type">Type as asked for: of a conditional order its own, not what it turns into.</param>
sealed record FuturesNote(string Type, string Tif)
{
    public string WorkingType { get; init; } = "CONTRACT_PRICE";

    public bool PriceProtect { get; init; }

    public bool ClosePosition { get; init; }

    public long GoodTillDate { get; init; }

    public decimal? CallbackRate { get; init; }

    /// <summary>Whether the order came by the algo service and waits there.</summary>
    public bool IsAlgo { get; init; }

    /// <summary>Type of the order in the book: a conditional one turns into a market or limit order.</summary>
    public string BookType => Type switch { "STOP" or "TAKE_PROFIT" => "LIMIT", "LIMIT" => "LIMIT", _ => "MARKET" };
}
