namespace Workbench.Core;

/// <summary>What a notice of the future becomes. Its time stays, as the times of prices do.</summary>
sealed class NoticeChange(ChangedFuture future)
{
    const decimal Smallest = 0.000000001m;
    const decimal Absurd = 1_000_000_000_000_000m;

    readonly SeededRandom dice = new(future.Seed);

    /// <summary>One of so many.</summary>
    public int Roll(int count) => dice.Next(count);

    /// <summary>The notice as it is told instead; null where it is told no more.</summary>
    /// <param name="notice">What was told.</param>
    /// <param name="other">Another one of the future, or the same.</param>
    public INotice? Of(INotice notice, INotice other) => notice switch
    {
        CalendarEntry entry => Of(entry),
        _ when future.Change == FutureChange.Cut => null,
        News news => Of(news, (News)other),
        Sentiment sentiment => Of(sentiment, (Sentiment)other),
        CalendarAnnouncement announced => new CalendarAnnouncement(Other(announced, announced.Forecast, announced.Previous, null), announced.TimeNanos),
        CalendarRelease released => new CalendarRelease(Other(released, released.Forecast, released.Previous, released.Actual)),
        CalendarRevision revised => new CalendarRevision(Other(revised, null, revised.Was, revised.Actual)),
        _ => throw new InvalidOperationException($"Nobody changes a {notice.GetType().Name}."),
    };

    /// <summary>The figures that a notice tells.</summary>
    public static IReadOnlyList<decimal> Figures(INotice notice) => Told(notice switch
    {
        News news => [news.Score, .. news.Tickers.Select(ticker => ticker.Score)],
        Sentiment sentiment => [sentiment.LongShare, sentiment.ShortShare],
        CalendarEntry entry => [entry.Actual, entry.Forecast, entry.Previous],
        CalendarAnnouncement announced => [announced.Forecast, announced.Previous],
        CalendarRelease released => [released.Actual, released.Forecast, released.Previous],
        CalendarRevision revised => [revised.Actual, revised.Was],
        _ => [],
    });

    static List<decimal> Told(IEnumerable<decimal?> figures) => [.. figures.OfType<decimal>()];

    News Of(News news, News other) => future.Change == FutureChange.Shuffled
        ? other with { TimeNanos = news.TimeNanos }
        : news with
        {
            Headline = "", Summary = "", Label = "", Score = Figure(news.Score),
            Tickers = [.. news.Tickers.Select(ticker => ticker with { Relevance = Figure(ticker.Relevance), Score = Figure(ticker.Score), Label = "" })],
        };

    Sentiment Of(Sentiment sentiment, Sentiment other) => future.Change == FutureChange.Shuffled
        ? other with { TimeNanos = sentiment.TimeNanos }
        : sentiment with { LongShare = Figure(sentiment.LongShare)!.Value, ShortShare = Figure(sentiment.ShortShare)!.Value, Confidence = Figure(sentiment.Confidence) };

    /// <summary>A stored entry: what was announced before the cut stays, and what was released later is as if it had not been, or had been something else.</summary>
    CalendarEntry? Of(CalendarEntry entry)
    {
        var isAnnounced = entry.AnnouncedNanos < future.Cut;
        if (future.Change == FutureChange.Cut)
        {
            return isAnnounced ? entry with { Actual = null, RevisedPrevious = null } : null;
        }

        var changed = entry with { Actual = Figure(entry.Actual), RevisedPrevious = Figure(entry.RevisedPrevious) };
        return isAnnounced ? changed : changed with { Forecast = Figure(entry.Forecast), Previous = Figure(entry.Previous), Impact = Impact(entry.Impact) };
    }

    /// <summary>An entry that an event of other figures is made of.</summary>
    CalendarEntry Other(CalendarEvent told, decimal? forecast, decimal? previous, decimal? actual) => new()
    {
        TimeNanos = told is CalendarAnnouncement ? told.DueNanos : told.TimeNanos,
        AnnouncedNanos = told.TimeNanos,
        RevisesNanos = told is CalendarRevision ? told.DueNanos : 0,
        Symbol = told.Symbol,
        Name = told.Name,
        Impact = Impact(told.Impact),
        Unit = told.Unit,
        Forecast = Figure(forecast),
        Previous = Figure(previous),
        Actual = Figure(actual),
    };

    CalendarImpact Impact(CalendarImpact impact) =>
        future.Change != FutureChange.Absurd ? impact : impact == CalendarImpact.High ? CalendarImpact.Low : CalendarImpact.High;

    decimal? Figure(decimal? figure) => future.Change switch
    {
        FutureChange.Raised => figure * 1.37m,
        FutureChange.Lowered => figure / 1.37m,
        FutureChange.Shuffled => -figure,
        _ => figure is null ? null : dice.Next(2) == 0 ? Smallest : Absurd,
    };
}
