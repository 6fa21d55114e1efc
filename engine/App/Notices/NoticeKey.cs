using Workbench.Model;

namespace Workbench.App;

/// <summary>What makes two notices one, however often and by whom they are brought: a session is told it once.</summary>
/// <param name="Symbol">Whose it is.</param>
/// <param name="What">Which kind of word.</param>
/// <param name="Time">When it was published, is due or was measured, UTC nanoseconds; of news with an address, the day.</param>
/// <param name="Text">What tells it from others of that time.</param>
readonly record struct NoticeKey(string Symbol, string What, long Time, string Text)
{
    const string News = "news";
    const string Announced = "announced";
    const string Released = "released";
    const string Figure = "figure";
    const string Revised = "revised";
    const string Measured = "measured";

    /// <summary>Of a notice. Two sources that tell of one article name its address and headline alike, and its time a little differently.</summary>
    public static NoticeKey Of(INotice notice) => notice switch
    {
        News { Url.Length: > 0 } news => new(news.Symbol, News, UtcNanos.Floor(news.TimeNanos, UtcNanos.Day), $"{news.Url} {news.Headline}"),
        News news => new(news.Symbol, News, news.TimeNanos, news.Headline),
        CalendarAnnouncement announced => new(announced.Symbol, Announced, announced.DueNanos, announced.Name),
        CalendarRelease released => new(released.Symbol, released.Actual is null ? Released : Figure, released.DueNanos, released.Name),
        CalendarRevision revised => new(revised.Symbol, Revised, revised.TimeNanos, FormattableString.Invariant($"{revised.Name} {revised.DueNanos}")),
        Sentiment measured => new(measured.Symbol, Measured, measured.TimeNanos, measured.Source),
        _ => throw new InvalidOperationException($"Nobody tells a session of a {notice.GetType().Name}."),
    };

    /// <summary>What is known with it as well: who has heard a figure need not be told that it is out.</summary>
    public NoticeKey? Implied => What == Figure ? this with { What = Released } : null;
}
