namespace Workbench.Data.Lake;

/// <summary>How each kind of notices lies in the lake.</summary>
static class NoticeLayouts
{
    public static NoticeLayout<News> News { get; } = new(new NewsShape());

    public static NoticeLayout<CalendarEntry> Calendar { get; } = new(new CalendarShape());

    public static NoticeLayout<Sentiment> Sentiment { get; } = new(new SentimentShape());
}
