using System.Text.Json;

namespace Workbench.Data.Importers.Books;

/// <summary>Reads a side of a book: <c>[["61800.20","2.909"], …]</c>.</summary>
static class JsonLevels
{
    /// <exception cref="JsonException">It is cut short, or has another form.</exception>
    public static void Read(BookCells cells, Side side, ref Utf8JsonReader reader, List<(Side Side, long Price, long Size)> into)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
            var price = cells.Price(reader.ValueSpan);
            reader.Read();
            into.Add((side, price, cells.Size(reader.ValueSpan)));
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                // Older answers had an empty list behind the size.
                reader.Skip();
            }
        }
    }
}
