using System.Text.Json;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Books;

/// <summary>
/// A message a line: <c>{"topic":…,"type":"snapshot","ts":…,"data":{"s":…,"b":[…],"a":[…],"u":…},"cts":…}</c>. Its time is <c>cts</c>, when the
/// matching engine made it, which is what prints carry too; <c>ts</c>, when it was sent, where that is absent.
/// </summary>
sealed class BybitDepthReader(LineReader lines, BookCells cells, CaptureSymbol symbol, NumberedBook book) : IEventReader<DepthGate>
{
    public bool Read(DepthGate into)
    {
        while (!into.IsFull)
        {
            if (!lines.TryNext(out var text))
            {
                return false;
            }

            if (!text.IsEmpty)
            {
                cells.Row = lines.Row;
                Take(text, into);
            }
        }

        return true;
    }

    public void Dispose() => lines.Dispose();

    void Take(ReadOnlySpan<byte> text, DepthGate into)
    {
        try
        {
            var line = new BookLine();
            var reader = new Utf8JsonReader(text);
            reader.Read();
            Object(line, ref reader);
            book.Take(line, into, lines.Row);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            // What it said is lost, and the number of the next message tells so.
            into.Log.Reject("no message of a book", lines.Row);
        }
    }

    void Object(BookLine line, ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            Field(line, name, ref reader);
        }
    }

    void Field(BookLine line, string? name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "data":
                Object(line, ref reader);
                break;
            case "type":
                line.IsSnapshot = reader.ValueTextEquals("snapshot"u8);
                break;
            case "s":
                symbol.Check(cells.File, reader.GetString() ?? "");
                break;
            case "cts":
                line.Time = reader.GetInt64() * UtcNanos.Millisecond;
                break;
            case "ts" when line.Time == 0:
                line.Time = reader.GetInt64() * UtcNanos.Millisecond;
                break;
            case "u":
                line.Last = reader.GetInt64();
                break;
            case "b" or "a":
                JsonLevels.Read(cells, name == "b" ? Side.Buy : Side.Sell, ref reader, line.Levels);
                break;
            default:
                reader.Skip();
                break;
        }
    }
}
