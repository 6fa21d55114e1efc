namespace Workbench.Core.Tests.Kit;

/// <summary>A strategy that keeps what it is told, and trades by what a test says.</summary>
sealed class Listening : TickScripted
{
    public Action<Listening, INotice>? Told { get; init; }

    public List<(long Now, string What)> Heard { get; } = [];

    public override void OnTick(in Tick tick)
    {
        Heard.Add((Nanos, "tick"));
        base.OnTick(in tick);
    }

    public override void OnNews(News news) => Take(news, news.Headline);

    public override void OnCalendar(CalendarEvent calendar) => Take(calendar, $"{calendar.GetType().Name} {calendar.Name}");

    public override void OnSentiment(Sentiment sentiment) => Take(sentiment, FormattableString.Invariant($"{sentiment.LongShare} {sentiment.LongAverage}"));

    void Take(INotice notice, string what)
    {
        Heard.Add((Nanos, what));
        Told?.Invoke(this, notice);
    }
}
