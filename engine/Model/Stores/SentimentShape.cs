namespace Workbench.Model;

/// <summary>Sentiment: long and short share, how sure the source is, and who it is. The moving average is the engine's.</summary>
public sealed class SentimentShape : NoticeShape<Sentiment>
{
    /// <inheritdoc/>
    public override IReadOnlyList<NoticeColumn<Sentiment>> Table { get; } =
    [
        NoticeColumn<Sentiment>.Share("long_share", sentiment => sentiment.LongShare),
        NoticeColumn<Sentiment>.Share("short_share", sentiment => sentiment.ShortShare),
        NoticeColumn<Sentiment>.Figure("confidence", sentiment => sentiment.Confidence),
        NoticeColumn<Sentiment>.Text("source", sentiment => sentiment.Source),
    ];

    /// <inheritdoc/>
    public override Sentiment Read(INoticeRow row, string symbol) => new()
    {
        TimeNanos = row.Time("time"),
        Symbol = symbol,
        LongShare = row.Decimal("long_share"),
        ShortShare = row.Decimal("short_share"),
        Confidence = FigureText.Read(row.Text("confidence")),
        Source = row.Text("source"),
    };
}
