using System.Text.Json;

namespace Workbench.Model;

/// <summary>News: headline, source, address, summary, tone, and the instruments named, as a JSON list.</summary>
public sealed class NewsShape : NoticeShape<News>
{
    /// <inheritdoc/>
    public override IReadOnlyList<NoticeColumn<News>> Table { get; } =
    [
        NoticeColumn<News>.Text("headline", news => news.Headline),
        NoticeColumn<News>.Text("source", news => news.Source),
        NoticeColumn<News>.Text("url", news => news.Url),
        NoticeColumn<News>.Text("summary", news => news.Summary),
        NoticeColumn<News>.Figure("score", news => news.Score),
        NoticeColumn<News>.Text("label", news => news.Label),
        NoticeColumn<News>.Text("tickers", news => Text(news.Tickers)),
    ];

    /// <inheritdoc/>
    public override News Read(INoticeRow row, string symbol) => new()
    {
        TimeNanos = row.Time("time"),
        Symbol = symbol,
        Headline = row.Text("headline"),
        Source = row.Text("source"),
        Url = row.Text("url"),
        Summary = row.Text("summary"),
        Score = FigureText.Read(row.Text("score")),
        Label = row.Text("label"),
        Tickers = Tickers(row.Text("tickers")),
    };

    static string Text(IReadOnlyList<NewsTicker> tickers)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            foreach (var ticker in tickers)
            {
                Write(json, ticker);
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    static void Write(Utf8JsonWriter json, NewsTicker ticker)
    {
        json.WriteStartObject();
        json.WriteString("symbol", ticker.Symbol);
        Write(json, "relevance", ticker.Relevance);
        Write(json, "score", ticker.Score);
        json.WriteString("label", ticker.Label);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string name, decimal? figure)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(figure is null ? "null" : FigureText.Of(figure));
    }

    static NewsTicker[] Tickers(string text)
    {
        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.EnumerateArray().Select(ticker => new NewsTicker(
            ticker.GetProperty("symbol").GetString()!, Number(ticker.GetProperty("relevance")), Number(ticker.GetProperty("score")), ticker.GetProperty("label").GetString()!))];
    }

    static decimal? Number(JsonElement figure) => figure.ValueKind == JsonValueKind.Null ? null : figure.GetDecimal();
}
