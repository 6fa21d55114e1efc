using System.Globalization;
using System.Text.Json;
using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>One message of an order book, a change or a snapshot, its numbers raw already: it may carry hundreds of levels, ten times a second.</summary>
sealed class BinanceDepth : INumberedChange
{
    /// <summary>Number of the first change in it. Wire: U.</summary>
    public long First { get; private set; }

    /// <summary>Number of the last change in it. Wire: u, or lastUpdateId.</summary>
    public long Last { get; private set; } = -1;

    /// <summary>Number of the last change in the message before; futures alone. Wire: pu.</summary>
    public long Previous { get; private set; }

    /// <summary>When, UTC nanoseconds; 0 where it does not tell.</summary>
    public long Time { get; private set; }

    /// <summary>Levels: side, raw price, raw size; 0 removes one.</summary>
    public List<(Side Side, long Price, long Size)> Levels { get; } = [];

    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">It is cut short, or no depth message.</exception>
    public static BinanceDepth Read(Instrument instrument, ReadOnlySpan<byte> json)
    {
        var depth = new BinanceDepth();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            depth.Field(instrument, ref reader);
        }

        return depth.Last >= 0 && reader.TokenType == JsonTokenType.EndObject ? depth : throw new JsonException("it is no depth message");
    }

    void Field(Instrument instrument, ref Utf8JsonReader reader)
    {
        // Names differ by their case alone, so that no property is told by its first letter.
        var name = reader.GetString();
        reader.Read();
        switch (name)
        {
            case "U":
                First = reader.GetInt64();
                break;
            case "u" or "lastUpdateId":
                Last = reader.GetInt64();
                break;
            case "pu":
                Previous = reader.GetInt64();
                break;
            case "T":
                Time = BinanceMap.Nanos(reader.GetInt64());
                break;
            case "E" when Time == 0:
                Time = BinanceMap.Nanos(reader.GetInt64());
                break;
            case "b" or "bids":
                Side(instrument, Model.Side.Buy, ref reader);
                break;
            case "a" or "asks":
                Side(instrument, Model.Side.Sell, ref reader);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    void Side(Instrument instrument, Side side, ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
            var price = Raw(reader.ValueSpan, instrument.PriceScale);
            reader.Read();
            var size = Raw(reader.ValueSpan, instrument.SizeScale);
            Levels.Add((side, price, size));
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                // Older answers had an empty list behind the size.
                reader.Skip();
            }
        }
    }

    /// <summary>A number in text as a stored integer. Zeros beyond the scale say nothing; a digit beyond it would be lost, and is an error.</summary>
    static long Raw(ReadOnlySpan<byte> text, int scale)
    {
        var point = text.IndexOf((byte)'.');
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        var needless = text[(point < 0 ? text.Length : point + 1 + Math.Min(decimals, scale))..];
        if (text.IsEmpty || needless.ContainsAnyExcept((byte)'0'))
        {
            throw new FormatException($"'{System.Text.Encoding.ASCII.GetString(text)}' does not fit {scale.ToString(CultureInfo.InvariantCulture)} decimals");
        }

        long raw = 0;
        foreach (var letter in text[..^needless.Length])
        {
            if (letter != '.')
            {
                raw = raw * 10 + Digit(letter);
            }
        }

        return raw * Scaled.PowerOfTen(scale - Math.Min(decimals, scale));
    }

    static int Digit(byte letter) => letter is >= (byte)'0' and <= (byte)'9' ? letter - '0' : throw new FormatException("a number holds a letter");
}
