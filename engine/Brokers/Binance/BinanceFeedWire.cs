using System.Text.Json;
using System.Text.Json.Serialization;
using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>The messages of the market streams, and the house's events in them.</summary>
static class BinanceFeedWire
{
    /// <summary>Takes the wrapping of a combined stream off.</summary>
    /// <returns>False where the message has none: an answer, or a farewell.</returns>
    public static bool TryUnwrap(ReadOnlySpan<byte> json, out string stream, out ReadOnlySpan<byte> data)
    {
        stream = "";
        data = default;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isStream, isData) = (reader.ValueTextEquals("stream"u8), reader.ValueTextEquals("data"u8));
            reader.Read();
            var from = (int)reader.TokenStartIndex;
            stream = isStream ? reader.GetString() ?? "" : stream;
            reader.Skip();
            data = isData ? json[from..(int)reader.BytesConsumed] : data;
        }

        return stream.Length > 0 && data.Length > 0;
    }

    /// <summary>The best bid and ask. Spot tells no time with it: then it is when we heard of it.</summary>
    public static Tick Tick(Instrument instrument, ReadOnlySpan<byte> data, long heardMs)
    {
        var said = BinanceWire.Read<TickWire>(data);
        return new Tick(
            instrument, BinanceMap.Nanos(said.Time != 0 ? said.Time : heardMs), instrument.ToRaw(said.Bid), instrument.ToRaw(said.Ask), instrument.SizeToRaw(said.BidSize),
            instrument.SizeToRaw(said.AskSize));
    }

    /// <summary>A print, or at futures the prints of one order at one price.</summary>
    public static Trade Trade(Instrument instrument, ReadOnlySpan<byte> data)
    {
        var said = BinanceWire.Read<PrintWire>(data);
        return new Trade(instrument, BinanceMap.Nanos(said.Time), instrument.ToRaw(said.Price), instrument.SizeToRaw(said.Qty), said.IsBuyerMaker ? Side.Sell : Side.Buy);
    }

    /// <summary>A minute's bar; null while it is not closed.</summary>
    public static Bar? Bar(Instrument instrument, ReadOnlySpan<byte> data)
    {
        var said = BinanceWire.Read<BarMessageWire>(data).Bar;
        return !said.IsClosed ? null : new Bar
        {
            Instrument = instrument,
            Spec = new BarSpec(BarUnit.Time, UtcNanos.Minute, PriceSource.Last),
            PriceScale = (byte)instrument.PriceScale,
            OpenNanos = BinanceMap.Nanos(said.OpenTime),
            CloseNanos = BinanceMap.Nanos(said.OpenTime) + UtcNanos.Minute,
            OpenRaw = instrument.ToRaw(said.Open),
            HighRaw = instrument.ToRaw(said.High),
            LowRaw = instrument.ToRaw(said.Low),
            CloseRaw = instrument.ToRaw(said.Close),
            VolumeRaw = instrument.SizeToRaw(said.Volume),
            Count = said.Count,
        };
    }

    sealed record TickWire
    {
        [JsonPropertyName("b")] public required decimal Bid { get; init; }

        [JsonPropertyName("B")] public required decimal BidSize { get; init; }

        [JsonPropertyName("a")] public required decimal Ask { get; init; }

        [JsonPropertyName("A")] public required decimal AskSize { get; init; }

        [JsonPropertyName("T")] public long Time { get; init; }
    }

    sealed record PrintWire
    {
        [JsonPropertyName("p")] public required decimal Price { get; init; }

        [JsonPropertyName("q")] public required decimal Qty { get; init; }

        [JsonPropertyName("T")] public required long Time { get; init; }

        [JsonPropertyName("m")] public bool IsBuyerMaker { get; init; }
    }

    sealed record BarMessageWire
    {
        [JsonPropertyName("k")] public required BarWire Bar { get; init; }
    }

    sealed record BarWire
    {
        [JsonPropertyName("t")] public required long OpenTime { get; init; }

        [JsonPropertyName("o")] public required decimal Open { get; init; }

        [JsonPropertyName("h")] public required decimal High { get; init; }

        [JsonPropertyName("l")] public required decimal Low { get; init; }

        [JsonPropertyName("c")] public required decimal Close { get; init; }

        [JsonPropertyName("v")] public decimal Volume { get; init; }

        [JsonPropertyName("n")] public long Count { get; init; }

        [JsonPropertyName("x")] public bool IsClosed { get; init; }
    }
}
