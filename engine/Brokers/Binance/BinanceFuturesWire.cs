using System.Text.Json.Serialization;

namespace Workbench.Brokers.Binance;

/// <summary>An order as the futures spell it in answers.</summary>
sealed record BinanceFuturesOrderWire
{
    public required string Symbol { get; init; }

    public required long OrderId { get; init; }

    public string ClientOrderId { get; init; } = "";

    public required string Status { get; init; }

    public required string Side { get; init; }

    public required string Type { get; init; }

    public string? TimeInForce { get; init; }

    public decimal Price { get; init; }

    public decimal StopPrice { get; init; }

    public decimal OrigQty { get; init; }

    public decimal ExecutedQty { get; init; }

    public long Time { get; init; }

    public long UpdateTime { get; init; }
}

/// <summary>A conditional order, which lives in a service of its own until it is triggered.</summary>
sealed record BinanceAlgoOrderWire
{
    public required long AlgoId { get; init; }

    public string ClientAlgoId { get; init; } = "";

    public required string Symbol { get; init; }

    public required string Side { get; init; }

    public string? OrderType { get; init; }

    /// <summary>What some answers call <see cref="OrderType"/>.</summary>
    public string? Type { get; init; }

    public string? TimeInForce { get; init; }

    public required string AlgoStatus { get; init; }

    public decimal Quantity { get; init; }

    public decimal TriggerPrice { get; init; }

    public decimal Price { get; init; }

    /// <summary>Id of the real order; empty until it is triggered.</summary>
    public string? ActualOrderId { get; init; }

    public long CreateTime { get; init; }

    public long UpdateTime { get; init; }
}

/// <summary>What a cancelled conditional order is answered with.</summary>
sealed record BinanceAlgoCancelWire
{
    public required long AlgoId { get; init; }

    public string ClientAlgoId { get; init; } = "";
}

sealed record BinanceFuturesBalanceWire
{
    public required string Asset { get; init; }

    public decimal Balance { get; init; }
}

sealed record BinanceFuturesPositionWire
{
    public required string Symbol { get; init; }

    public required decimal PositionAmt { get; init; }

    public decimal EntryPrice { get; init; }
}

sealed record BinanceFuturesConfigWire
{
    public bool CanTrade { get; init; }

    public bool CanWithdraw { get; init; }
}

/// <summary>The event ORDER_TRADE_UPDATE.</summary>
sealed record BinanceFuturesReportWire
{
    [JsonPropertyName("T")] public required long TransactTime { get; init; }

    [JsonPropertyName("o")] public required BinanceFuturesReportOrderWire Order { get; init; }
}

sealed record BinanceFuturesReportOrderWire
{
    [JsonPropertyName("s")] public required string Symbol { get; init; }

    [JsonPropertyName("c")] public string ClientOrderId { get; init; } = "";

    [JsonPropertyName("S")] public required string Side { get; init; }

    [JsonPropertyName("o")] public required string Type { get; init; }

    [JsonPropertyName("f")] public string? TimeInForce { get; init; }

    [JsonPropertyName("q")] public decimal Qty { get; init; }

    [JsonPropertyName("p")] public decimal Price { get; init; }

    [JsonPropertyName("sp")] public decimal StopPrice { get; init; }

    [JsonPropertyName("x")] public required string ExecutionType { get; init; }

    [JsonPropertyName("X")] public required string Status { get; init; }

    [JsonPropertyName("i")] public required long OrderId { get; init; }

    [JsonPropertyName("l")] public decimal LastQty { get; init; }

    [JsonPropertyName("z")] public decimal CumQty { get; init; }

    [JsonPropertyName("L")] public decimal LastPrice { get; init; }

    [JsonPropertyName("n")] public decimal Commission { get; init; }

    [JsonPropertyName("N")] public string? CommissionAsset { get; init; }

    [JsonPropertyName("T")] public long TransactTime { get; init; }

    /// <summary>0 where nothing was traded.</summary>
    [JsonPropertyName("t")] public long TradeId { get; init; }

    [JsonPropertyName("m")] public bool IsMaker { get; init; }

    /// <summary>The conditional order it came of; 0 where it came of none.</summary>
    [JsonPropertyName("si")] public long AlgoId { get; init; }

    [JsonPropertyName("st")] public string? Origin { get; init; }

    [JsonPropertyName("er")] public string? ExpiryReason { get; init; }
}

/// <summary>The event ALGO_UPDATE.</summary>
sealed record BinanceAlgoReportWire
{
    [JsonPropertyName("T")] public required long TransactTime { get; init; }

    [JsonPropertyName("o")] public required BinanceAlgoReportOrderWire Order { get; init; }
}

sealed record BinanceAlgoReportOrderWire
{
    [JsonPropertyName("caid")] public string ClientAlgoId { get; init; } = "";

    [JsonPropertyName("aid")] public required long AlgoId { get; init; }

    [JsonPropertyName("s")] public required string Symbol { get; init; }

    [JsonPropertyName("S")] public required string Side { get; init; }

    [JsonPropertyName("X")] public required string Status { get; init; }

    [JsonPropertyName("q")] public decimal Qty { get; init; }

    [JsonPropertyName("tp")] public decimal TriggerPrice { get; init; }

    [JsonPropertyName("p")] public decimal Price { get; init; }

    /// <summary>Id of the real order; empty until it is triggered.</summary>
    [JsonPropertyName("ai")] public string? ActualOrderId { get; init; }

    /// <summary>Why it failed.</summary>
    [JsonPropertyName("rm")] public string? Reason { get; init; }
}

/// <summary>The event ACCOUNT_UPDATE, its balances.</summary>
sealed record BinanceAccountUpdateWire
{
    [JsonPropertyName("E")] public required long EventTime { get; init; }

    [JsonPropertyName("T")] public required long TransactTime { get; init; }

    [JsonPropertyName("a")] public required BinanceAccountChangeWire Change { get; init; }
}

sealed record BinanceAccountChangeWire
{
    [JsonPropertyName("m")] public required string Reason { get; init; }

    [JsonPropertyName("B")] public IReadOnlyList<BinanceAccountBalanceWire> Balances { get; init; } = [];
}

sealed record BinanceAccountBalanceWire
{
    [JsonPropertyName("a")] public required string Asset { get; init; }

    /// <summary>Change that is neither profit nor commission.</summary>
    [JsonPropertyName("bc")] public decimal Change { get; init; }
}
