using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workbench.Brokers.Binance;

/// <summary>How Binance's JSON is read: unknown fields are none of our business, numbers come as strings, and names differ by their case alone.</summary>
static class BinanceWire
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new LooseDecimal() },
    };

    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">It is cut short, garbage, or lacks what it must have.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("it is null");

    public static T Read<T>(JsonElement json) =>
        (json.ValueKind == JsonValueKind.Undefined ? default : json.Deserialize<T>(Options)) ?? throw new JsonException("it is not there");

    /// <summary>Binance leaves a number that it does not have empty, or null.</summary>
    sealed class LooseDecimal : JsonConverter<decimal>
    {
        public override bool HandleNull => true;

        public override decimal Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.Null => 0m,
            JsonTokenType.Number => reader.GetDecimal(),
            JsonTokenType.String when reader.GetString() is not { Length: > 0 } => 0m,
            JsonTokenType.String when decimal.TryParse(
                reader.GetString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value) => value,
            _ => throw new JsonException("a number is none"),
        };

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }
}

sealed record BinanceErrorWire(int Code, string? Msg)
{
    public BinanceReplaceWire? Data { get; init; }
}

/// <summary>Both halves of a cancelReplace; each response is an order or an error.</summary>
sealed record BinanceReplaceWire
{
    public string CancelResult { get; init; } = "";

    public string NewOrderResult { get; init; } = "";

    public JsonElement CancelResponse { get; init; }

    public JsonElement NewOrderResponse { get; init; }
}

sealed record BinanceTimeWire
{
    public required long ServerTime { get; init; }
}

sealed record BinanceListenKeyWire
{
    public required string ListenKey { get; init; }
}

sealed record BinanceKeyRightsWire
{
    public bool EnableWithdrawals { get; init; }

    public bool EnableSpotAndMarginTrading { get; init; }

    public bool EnableFutures { get; init; }
}

/// <summary>One fill from myTrades or userTrades.</summary>
sealed record BinanceTradeWire
{
    public required string Symbol { get; init; }

    public required long Id { get; init; }

    public required long OrderId { get; init; }

    public required decimal Price { get; init; }

    public required decimal Qty { get; init; }

    public required long Time { get; init; }

    public decimal Commission { get; init; }

    public string? CommissionAsset { get; init; }

    public bool IsMaker { get; init; }

    public bool Maker { get; init; }
}

sealed record BinanceExchangeWire
{
    public required IReadOnlyList<BinanceSymbolWire> Symbols { get; init; }

    public IReadOnlyList<BinanceLimitWire> RateLimits { get; init; } = [];
}

sealed record BinanceLimitWire
{
    public string? RateLimitType { get; init; }

    public string? Interval { get; init; }

    public int IntervalNum { get; init; }

    public int Limit { get; init; }
}

sealed record BinanceSymbolWire
{
    public required string Symbol { get; init; }

    public string Status { get; init; } = "";

    public required string BaseAsset { get; init; }

    public required string QuoteAsset { get; init; }

    public int BaseAssetPrecision { get; init; } = 8;

    public int QuoteAssetPrecision { get; init; } = 8;

    public int PricePrecision { get; init; } = 8;

    public int QuantityPrecision { get; init; } = 8;

    public bool AmendAllowed { get; init; } = true;

    public required IReadOnlyList<BinanceFilterWire> Filters { get; init; }
}

sealed record BinanceFilterWire
{
    public string FilterType { get; init; } = "";

    public decimal TickSize { get; init; }

    public decimal StepSize { get; init; }

    public decimal MinQty { get; init; }

    public decimal MaxQty { get; init; }
}
