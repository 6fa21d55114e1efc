using Workbench.Data.Parquet;

namespace Workbench.Data.Lake;

/// <summary>Sentiment: long and short share, how sure the source is, and who it is. The moving average is the engine's.</summary>
sealed class SentimentLayout : NoticeLayout<Sentiment>
{
    protected override IReadOnlyList<NoticeColumn<Sentiment>> Table { get; } =
    [
        NoticeColumn<Sentiment>.Share("long_share", sentiment => sentiment.LongShare),
        NoticeColumn<Sentiment>.Share("short_share", sentiment => sentiment.ShortShare),
        NoticeColumn<Sentiment>.Figure("confidence", sentiment => sentiment.Confidence),
        NoticeColumn<Sentiment>.Text("source", sentiment => sentiment.Source),
    ];

    public override Sentiment Read(ParquetTable row, string symbol) => new()
    {
        TimeNanos = row.Time("time"),
        Symbol = symbol,
        LongShare = row.Decimal("long_share"),
        ShortShare = row.Decimal("short_share"),
        Confidence = Figure(row, "confidence"),
        Source = row.Text("source"),
    };
}
