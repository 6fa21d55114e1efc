using System.Text.Json.Serialization;

namespace Workbench.Brokers.Binance;

/// <summary>An order as spot spells it in answers: placed, cancelled, amended or asked for.</summary>
sealed record BinanceSpotOrderWire
{
    public required string Symbol { get; init; }

    public required long OrderId { get; init; }

    public string ClientOrderId { get; init; } = "";

    /// <summary>Of a cancelled order: its own id, since <see cref="ClientOrderId"/> is the cancellation's then.</summary>
    public string? OrigClientOrderId { get; init; }

    public required string Status { get; init; }

    public required string Side { get; init; }

    public required string Type { get; init; }

    public string? TimeInForce { get; init; }

    public decimal Price { get; init; }

    public decimal StopPrice { get; init; }

    public decimal OrigQty { get; init; }

    public decimal ExecutedQty { get; init; }

    public long TransactTime { get; init; }

    public long Time { get; init; }

    public long UpdateTime { get; init; }

    public string? ExpiryReason { get; init; }

    public IReadOnlyList<BinanceSpotFillWire> Fills { get; init; } = [];
}

sealed record BinanceSpotFillWire
{
    public required decimal Price { get; init; }

    public required decimal Qty { get; init; }

    public decimal Commission { get; init; }

    public string? CommissionAsset { get; init; }

    public required long TradeId { get; init; }
}

sealed record BinanceSpotAmendWire
{
    public long TransactTime { get; init; }

    public required BinanceSpotOrderWire AmendedOrder { get; init; }
}

sealed record BinanceSpotAccountWire
{
    public long Uid { get; init; }

    public bool CanTrade { get; init; }

    public bool CanWithdraw { get; init; }

    public required IReadOnlyList<BinanceSpotBalanceWire> Balances { get; init; }
}

sealed record BinanceSpotBalanceWire
{
    public required string Asset { get; init; }

    public decimal Free { get; init; }

    public decimal Locked { get; init; }
}

/// <summary>The event executionReport.</summary>
sealed record BinanceSpotReportWire
{
    [JsonPropertyName("s")] public required string Symbol { get; init; }

    [JsonPropertyName("c")] public string ClientOrderId { get; init; } = "";

    /// <summary>Of a cancellation or amendment: the order's own id, since c is the command's then.</summary>
    [JsonPropertyName("C")] public string? OrigClientOrderId { get; init; }

    [JsonPropertyName("S")] public required string Side { get; init; }

    [JsonPropertyName("o")] public required string Type { get; init; }

    [JsonPropertyName("f")] public string? TimeInForce { get; init; }

    [JsonPropertyName("q")] public decimal Qty { get; init; }

    [JsonPropertyName("p")] public decimal Price { get; init; }

    [JsonPropertyName("P")] public decimal StopPrice { get; init; }

    [JsonPropertyName("x")] public required string ExecutionType { get; init; }

    [JsonPropertyName("X")] public required string Status { get; init; }

    [JsonPropertyName("r")] public string? RejectReason { get; init; }

    [JsonPropertyName("eR")] public string? ExpiryReason { get; init; }

    [JsonPropertyName("i")] public required long OrderId { get; init; }

    [JsonPropertyName("l")] public decimal LastQty { get; init; }

    [JsonPropertyName("z")] public decimal CumQty { get; init; }

    [JsonPropertyName("L")] public decimal LastPrice { get; init; }

    [JsonPropertyName("n")] public decimal Commission { get; init; }

    [JsonPropertyName("N")] public string? CommissionAsset { get; init; }

    [JsonPropertyName("T")] public required long TransactTime { get; init; }

    /// <summary>-1 where nothing was traded.</summary>
    [JsonPropertyName("t")] public long TradeId { get; init; } = -1;

    [JsonPropertyName("w")] public bool IsOnBook { get; init; }

    [JsonPropertyName("m")] public bool IsMaker { get; init; }

    [JsonPropertyName("O")] public long CreatedTime { get; init; }
}

/// <summary>The event balanceUpdate: money came or went without a trade.</summary>
sealed record BinanceSpotBalanceUpdateWire
{
    [JsonPropertyName("a")] public required string Asset { get; init; }

    [JsonPropertyName("d")] public required decimal Delta { get; init; }

    [JsonPropertyName("T")] public required long Time { get; init; }
}
