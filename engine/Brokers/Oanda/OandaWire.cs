using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workbench.Brokers.Oanda;

// Records as the venue spells them: decimals and ids are strings on the wire, units are negative to sell. What a kind of
// transaction or order lacks is null. Only what we read is here.

sealed record OandaExtensions
{
    public string? Id { get; init; }
    public string? Tag { get; init; }
}

sealed record OandaPart(decimal Units)
{
    public decimal? Price { get; init; }
}

/// <summary>One entry of the account's ledger, of any type; also a line of its stream, where HEARTBEAT is a type.</summary>
sealed record OandaTransaction
{
    public string Type { get; init; } = "";
    public string Id { get; init; } = "";
    public string? Time { get; init; }
    [JsonPropertyName("batchID")] public string? BatchId { get; init; }
    public string? Reason { get; init; }
    public string? RejectReason { get; init; }
    [JsonPropertyName("orderID")] public string? OrderId { get; init; }
    [JsonPropertyName("clientOrderID")] public string? ClientOrderId { get; init; }
    public OandaExtensions? ClientExtensions { get; init; }
    public string? Instrument { get; init; }
    public decimal? Units { get; init; }
    public decimal? RequestedUnits { get; init; }
    public decimal? Price { get; init; }
    public string? TimeInForce { get; init; }
    [JsonPropertyName("replacesOrderID")] public string? ReplacesOrderId { get; init; }
    [JsonPropertyName("replacedByOrderID")] public string? ReplacedByOrderId { get; init; }
    [JsonPropertyName("cancellingTransactionID")] public string? CancellingTransactionId { get; init; }
    public OandaPart? TradeOpened { get; init; }
    public OandaPart? TradeReduced { get; init; }
    public IReadOnlyList<OandaPart>? TradesClosed { get; init; }
    public decimal? Financing { get; init; }
    public decimal? Commission { get; init; }
    public decimal? GuaranteedExecutionFee { get; init; }
    public decimal? Amount { get; init; }
    public decimal? DividendAdjustment { get; init; }
    [JsonPropertyName("lastTransactionID")] public string? LastTransactionId { get; init; }
}

/// <summary>What a command is answered with, whether it was obeyed or not.</summary>
sealed record OandaAnswer
{
    public OandaTransaction? OrderCreateTransaction { get; init; }
    public OandaTransaction? OrderFillTransaction { get; init; }
    public OandaTransaction? OrderCancelTransaction { get; init; }
    public OandaTransaction? OrderReissueTransaction { get; init; }
    public OandaTransaction? OrderReissueRejectTransaction { get; init; }
    public OandaTransaction? ReplacingOrderCancelTransaction { get; init; }
    public OandaTransaction? OrderRejectTransaction { get; init; }
    public OandaTransaction? OrderCancelRejectTransaction { get; init; }
    public string? ErrorCode { get; init; }
    public string? ErrorMessage { get; init; }
    [JsonPropertyName("lastTransactionID")] public string? LastTransactionId { get; init; }
}

sealed record OandaOrder
{
    public string Id { get; init; } = "";
    public string State { get; init; } = "";
    public string Type { get; init; } = "";
    public string? CreateTime { get; init; }
    public string? FilledTime { get; init; }
    public string? CancelledTime { get; init; }
    public OandaExtensions? ClientExtensions { get; init; }
    public string? Instrument { get; init; }
    public decimal? Units { get; init; }
    public decimal? Price { get; init; }
    public string? TimeInForce { get; init; }
    [JsonPropertyName("tradeID")] public string? TradeId { get; init; }
    public decimal? TrailingStopValue { get; init; }
    [JsonPropertyName("fillingTransactionID")] public string? FillingTransactionId { get; init; }
    [JsonPropertyName("cancellingTransactionID")] public string? CancellingTransactionId { get; init; }
    [JsonPropertyName("replacesOrderID")] public string? ReplacesOrderId { get; init; }
    [JsonPropertyName("replacedByOrderID")] public string? ReplacedByOrderId { get; init; }
}

sealed record OandaTrade(string Id, string Instrument, decimal CurrentUnits);

sealed record OandaSide(decimal Units)
{
    public decimal? AveragePrice { get; init; }
}

sealed record OandaPosition(string Instrument, OandaSide Long, OandaSide Short);

sealed record OandaAccount(string Id, string Currency, decimal Balance)
{
    public IReadOnlyList<OandaPosition>? Positions { get; init; }
}

sealed record OandaInstrument(string Name, string Type, int DisplayPrecision, int PipLocation, int TradeUnitsPrecision)
{
    public decimal MinimumTradeSize { get; init; }
    public decimal MaximumOrderUnits { get; init; }
}

sealed record OandaLevel(decimal Price, decimal Liquidity);

/// <summary>A line of the price stream: a price, or a heartbeat.</summary>
sealed record OandaPrice
{
    public string Type { get; init; } = "";
    public string Time { get; init; } = "";
    public string? Instrument { get; init; }
    public IReadOnlyList<OandaLevel>? Bids { get; init; }
    public IReadOnlyList<OandaLevel>? Asks { get; init; }

    /// <summary>Whether one can trade at it, by the word of today; null where the answer is older.</summary>
    public bool? Tradeable { get; init; }

    /// <summary>The same by the word of 2016.</summary>
    public string? Status { get; init; }
}

sealed record OandaOhlc(decimal O, decimal H, decimal L, decimal C);

sealed record OandaCandle(string Time, bool Complete, long Volume)
{
    public OandaOhlc? Mid { get; init; }
}

// The envelopes.

sealed record OandaAccountAnswer(OandaAccount Account)
{
    [JsonPropertyName("lastTransactionID")] public string LastTransactionId { get; init; } = "";
}

sealed record OandaAccountEntry(string Id)
{
    [JsonPropertyName("mt4AccountID")] public long? Mt4AccountId { get; init; }
}

sealed record OandaAccountsAnswer(IReadOnlyList<OandaAccountEntry> Accounts);

sealed record OandaInstrumentsAnswer(IReadOnlyList<OandaInstrument> Instruments);

sealed record OandaOrderAnswer(OandaOrder Order);

sealed record OandaOrdersAnswer(IReadOnlyList<OandaOrder> Orders);

sealed record OandaTradesAnswer(IReadOnlyList<OandaTrade> Trades);

sealed record OandaTransactionAnswer(OandaTransaction Transaction);

/// <summary>A stretch of the ledger; each entry is read by itself, so that one we cannot read does not hide the others.</summary>
sealed record OandaTransactionsAnswer(IReadOnlyList<JsonElement> Transactions)
{
    [JsonPropertyName("lastTransactionID")] public string LastTransactionId { get; init; } = "";
}

sealed record OandaCandlesAnswer(IReadOnlyList<OandaCandle> Candles);

// What we send. What is null is not sent.

sealed record OandaOrderBody(OandaOrderRequest Order);

sealed record OandaOrderRequest(string Type, string Instrument, string Units, string TimeInForce, string PositionFill, OandaExtensions ClientExtensions)
{
    public string? Price { get; init; }
    public string? GtdTime { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(OandaTransaction))]
[JsonSerializable(typeof(OandaAnswer))]
[JsonSerializable(typeof(OandaPrice))]
[JsonSerializable(typeof(OandaAccountAnswer))]
[JsonSerializable(typeof(OandaAccountsAnswer))]
[JsonSerializable(typeof(OandaInstrumentsAnswer))]
[JsonSerializable(typeof(OandaOrderAnswer))]
[JsonSerializable(typeof(OandaOrdersAnswer))]
[JsonSerializable(typeof(OandaTradesAnswer))]
[JsonSerializable(typeof(OandaTransactionAnswer))]
[JsonSerializable(typeof(OandaTransactionsAnswer))]
[JsonSerializable(typeof(OandaCandlesAnswer))]
[JsonSerializable(typeof(OandaOrderBody))]
sealed partial class OandaWire : JsonSerializerContext;
