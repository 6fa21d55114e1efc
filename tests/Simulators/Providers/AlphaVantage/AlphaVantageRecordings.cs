using System.Globalization;
using System.Text.Json.Nodes;

namespace Workbench.Simulators.Providers.AlphaVantage;

/// <summary>What the pile has of Alpha Vantage: minutes of one share, in two files, and a few single answers.</summary>
sealed class AlphaVantageRecordings(string folder)
{
    readonly JsonNode minutes = Read(folder, "alphavantage/mock_time_series.json");

    /// <summary>Single answers by function; null where there is none.</summary>
    public JsonNode? Single(string function) => function switch
    {
        "GLOBAL_QUOTE" => Read(folder, "alphavantage/global_quote.json"),
        "CURRENCY_EXCHANGE_RATE" => Read(folder, "alphavantage/mock_foreign_exchange.json"),
        "SYMBOL_SEARCH" => Read(folder, "alphavantage/symbol_search.json"),
        "SECTOR" => Read(folder, "alphavantage/mock_sector.json"),
        "BATCH_STOCK_QUOTES" => Read(folder, "alphavantage/mock_batch_quotes.json"),
        _ => null,
    };

    /// <summary>Minutes of a month, or the latest ones; null where nothing is recorded of that.</summary>
    public SeriesTable? Minutes(string symbol, string interval, string? month)
    {
        if (symbol != (string?)minutes["Meta Data"]!["2. Symbol"] || interval != "1min")
        {
            return null;
        }

        var rows = month is null ? Latest : [.. Latest.Concat(Extended).Where(row => row[0].StartsWith(month, StringComparison.Ordinal))];
        return rows.Count == 0 ? null : new SeriesTable(minutes["Meta Data"]!.DeepClone().AsObject(), "Time Series (1min)", rows);
    }

    /// <summary>News of a ticker, newest first.</summary>
    public IEnumerable<JsonNode> News(string? ticker, DateTime from, DateTime to) =>
        Read(folder, "calendar-news-sentiment/alphavantage-news-sentiment.json")["feed"]!.AsArray()
            .Where(item => DateTime.ParseExact((string)item!["time_published"]!, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture) is var at && at >= from && at < to)
            .Where(item => ticker is null || item!["ticker_sentiment"]!.AsArray().Any(each => (string?)each!["ticker"] == ticker))
            .Select(item => item!.DeepClone());

    List<string[]> Latest => [.. minutes["Time Series (1min)"]!.AsObject().Select(row => (string[])[row.Key, .. row.Value!.AsObject().Select(each => (string)each.Value!)])];

    IEnumerable<string[]> Extended => File.ReadLines(Path.Combine(folder, "alphavantage", "mock_time_series_extended.csv")).Skip(1).Select(line => line.Split(','));

    static JsonNode Read(string folder, string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, file)))!;
}
