using System.Buffers.Text;
using System.Text.Json;

namespace Workbench.Data.Importers.Books;

/// <summary>
/// One line of a recording of Binance's sockets, <c>&lt;recorder's time, ns&gt; &lt;message&gt;</c>, of a combined stream or of a single one.
/// Names of fields differ by their case alone.
/// </summary>
sealed class CaptureLine
{
    readonly BookCells cells;
    CaptureKind? told;

    CaptureLine(BookCells cells) => this.cells = cells;

    /// <summary>What it tells of.</summary>
    public CaptureKind Kind { get; private set; }

    /// <summary>When the recorder heard it, UTC nanoseconds by its own clock.</summary>
    public long Heard { get; private set; }

    /// <summary>When the exchange says that it happened, UTC nanoseconds; 0 where it does not tell.</summary>
    public long Time { get; private set; }

    /// <summary>The venue's symbol; empty where it does not tell.</summary>
    public string Symbol { get; private set; } = "";

    /// <summary>The book, where it tells of it.</summary>
    public BookLine Book { get; } = new();

    /// <summary>Whether a change names the one before it: the market is futures.</summary>
    public bool IsChained { get; private set; }

    /// <summary>Number of the print.</summary>
    public long TradeId { get; private set; }

    /// <summary>Whether the print happened in the open market, and not out of the exchange's insurance.</summary>
    public bool IsMarket { get; private set; } = true;

    /// <summary>Who took, of a print.</summary>
    public Side Aggressor { get; private set; }

    /// <summary>Price and size, of a print; of the best prices the bid's.</summary>
    public (long Price, long Size) Main { get; private set; }

    /// <summary>Price and size of the best ask.</summary>
    public (long Price, long Size) Ask { get; private set; }

    /// <summary>Reads a line; null where it is none, such as one cut short by the recorder's end.</summary>
    /// <exception cref="WorkbenchException">A price or size does not fit the instrument.</exception>
    public static CaptureLine? Read(BookCells cells, ReadOnlySpan<byte> text)
    {
        if (!Utf8Parser.TryParse(text, out long heard, out var used) || used >= text.Length || text[used] != ' ')
        {
            return null;
        }

        try
        {
            var line = new CaptureLine(cells) { Heard = heard };
            var reader = new Utf8JsonReader(text[(used + 1)..]);
            reader.Read();
            line.Object(ref reader);
            line.Kind = line.told ?? (line.Book.IsSnapshot ? CaptureKind.Snapshot : line is { Main.Price: > 0, Ask.Price: > 0 } ? CaptureKind.Best : CaptureKind.Other);
            return line;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    void Object(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueSpan is [var letter])
            {
                reader.Read();
                Field((char)letter, ref reader);
            }
            else
            {
                Named(ref reader);
            }
        }
    }

    void Named(ref Utf8JsonReader reader)
    {
        var isData = reader.ValueTextEquals("data"u8);
        var isNumber = reader.ValueTextEquals("lastUpdateId"u8);
        Side? side = reader.ValueTextEquals("bids"u8) ? Side.Buy : reader.ValueTextEquals("asks"u8) ? Side.Sell : null;
        var isPrevious = reader.ValueTextEquals("pu"u8);
        reader.Read();
        if (isData)
        {
            Object(ref reader);
        }
        else if (isNumber)
        {
            (Book.Last, Book.IsSnapshot) = (reader.GetInt64(), true);
        }
        else if (isPrevious)
        {
            (Book.Previous, IsChained) = (reader.GetInt64(), true);
        }
        else if (side is { } of)
        {
            Levels(of, ref reader);
        }
        else
        {
            reader.Skip();
        }
    }

    // Only the name of the event, which comes first, tells what a letter means; the best prices of the spot market have none.
    void Field(char name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case 'e':
                told = Named(reader.ValueSpan);
                break;
            case var _ when told == CaptureKind.Other:
                reader.Skip();
                break;
            case 's':
                Symbol = reader.GetString() ?? "";
                break;
            case 'E' or 'T' when name == 'T' || Time == 0:
                Time = reader.GetInt64() * UtcNanos.Millisecond;
                break;
            case 'U':
                Book.First = reader.GetInt64();
                break;
            case 'u':
                Book.Last = reader.GetInt64();
                break;
            case 't':
                TradeId = reader.GetInt64();
                break;
            case 'm':
                Aggressor = reader.GetBoolean() ? Side.Sell : Side.Buy;
                break;
            case 'X':
                IsMarket = reader.ValueTextEquals("MARKET"u8);
                break;
            case 'b' or 'a' when reader.TokenType == JsonTokenType.StartArray:
                Levels(name == 'b' ? Side.Buy : Side.Sell, ref reader);
                break;
            default:
                Figure(name, ref reader);
                break;
        }
    }

    /// <summary>Prices and sizes are texts; numbers of orders under the same letters are not.</summary>
    void Figure(char name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case var _ when reader.TokenType != JsonTokenType.String:
                reader.Skip();
                break;
            case 'b' or 'p':
                Main = (cells.Price(reader.ValueSpan), Main.Size);
                break;
            case 'B' or 'q':
                Main = (Main.Price, cells.Size(reader.ValueSpan));
                break;
            case 'a':
                Ask = (cells.Price(reader.ValueSpan), Ask.Size);
                break;
            case 'A':
                Ask = (Ask.Price, cells.Size(reader.ValueSpan));
                break;
        }
    }

    void Levels(Side side, ref Utf8JsonReader reader) => JsonLevels.Read(cells, side, ref reader, Book.Levels);

    static CaptureKind Named(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("depthUpdate"u8) ? CaptureKind.Change
        : name.SequenceEqual("trade"u8) ? CaptureKind.Trade
        : name.SequenceEqual("bookTicker"u8) ? CaptureKind.Best
        : CaptureKind.Other;
}
