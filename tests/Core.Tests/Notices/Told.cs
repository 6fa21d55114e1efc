using Workbench.Core.Tests.Kit;

namespace Workbench.Core.Tests.Notices;

/// <summary>Random notices along a tape of prices, and a strategy that trades by all they say.</summary>
static class Told
{
    public static Instrument Usd { get; } = Instrument.OfCurrency("USD");

    public static News[] News(SeededRandom dice, TickRow[] rows, int count) =>
        [.. Times(dice, rows, count).Select((time, i) => new News { TimeNanos = time, Symbol = "EURUSD", Headline = "item " + i, Score = Share(dice), Tickers = [new("EURUSD", 0.50m, Share(dice), "Neutral"), new("GBPUSD")] })];

    public static Sentiment[] Sentiment(SeededRandom dice, TickRow[] rows, int count) =>
        [.. Times(dice, rows, count).Select(time => new Sentiment { TimeNanos = time, Symbol = "EURUSD", LongShare = Share(dice), ShortShare = 0.5m, Confidence = dice.Next(2) == 0 ? null : 0.10m })];

    public static CalendarEntry[] Entries(SeededRandom dice, TickRow[] rows, int count) =>
        [.. Times(dice, rows, count).Select((time, i) => new CalendarEntry
        {
            TimeNanos = time, AnnouncedNanos = Math.Max(Given.Monday, time - dice.Next(0, 3) * UtcNanos.Minute), RevisesNanos = i % 7 == 6 ? time - UtcNanos.Hour : 0, Symbol = "USD", Name = "figure " + i % 5, Unit = "%",
            Impact = (CalendarImpact)dice.Next(4), Forecast = i % 3 == 0 ? null : Share(dice), Previous = Share(dice), Actual = i % 4 == 0 ? null : Share(dice), RevisedPrevious = i % 5 == 0 ? Share(dice) : null,
        }).Select(entry => entry.RevisesNanos != 0 ? entry with { AnnouncedNanos = entry.TimeNanos } : entry)];

    /// <summary>The tapes: prices first.</summary>
    public static Tape[] Tapes(TickRow[] rows, News[] news, CalendarEntry[] entries, Sentiment[] sentiment) =>
    [
        Kit.Tapes.Ticks(Given.EurUsd, rows),
        Tape.OfNews(new NoticeTape<News>(Given.EurUsd, news)),
        Tape.OfCalendar(Calendar(entries)),
        Tape.OfSentiment(new NoticeTape<Sentiment>(Given.EurUsd, sentiment)),
    ];

    public static CalendarTape Calendar(CalendarEntry[] entries) => new(new NoticeTape<CalendarEntry>(Usd, entries), TimeRange.All);

    /// <summary>Buys or sells by what it is told, and writes the words into the order's tag: whatever differs is seen.</summary>
    public static Listening Trader() => new()
    {
        Told = static (self, notice) =>
        {
            var (score, tag) = notice switch
            {
                News news => (news.Score, news.Headline + news.Of("EURUSD")?.Score),
                CalendarAnnouncement announced => (announced.Forecast, $"{announced.Impact} {announced.Previous}"),
                CalendarRelease released => (released.Surprise, $"{released.Actual} {released.Unit} {released.RevisedPrevious}"),
                CalendarRevision revised => (revised.Actual - revised.Was, "revised"),
                Sentiment sentiment => (sentiment.LongShare - sentiment.LongAverage, $"{sentiment.LongAverage} {sentiment.Confidence}"),
                _ => (0m, ""),
            };
            if (score is { } by and not 0m)
            {
                _ = by > 0m ? self.Buy(1_000m, tag: tag) : self.Sell(1_000m, tag: tag);
            }
        },
    };

    static IEnumerable<long> Times(SeededRandom dice, TickRow[] rows, int count) =>
        Enumerable.Range(0, count).Select(_ => rows[0].Time + (long)(dice.NextDouble() * (rows[^1].Time - rows[0].Time))).Order();

    // With zeros at the end now and then: what a script writes of a figure must be the same in its replay.
    static decimal Share(SeededRandom dice) => dice.Next(0, 100) / 100m;
}
