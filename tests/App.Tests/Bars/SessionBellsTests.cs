using Workbench.Core;
using Workbench.Data.Calendars;
using Workbench.Research;

namespace Workbench.App.Tests.Bars;

/// <summary>The bells that a strategy hears, by the calendars that ship.</summary>
public sealed class SessionBellsTests
{
    [Theory]
    [InlineData("us-equities", "2024-03-08T00:00Z", "2024-03-12T00:00Z", "08 14:30-21:00, 11 13:30-20:00")]
    [InlineData("us-equities", "2024-11-28T00:00Z", "2024-12-03T00:00Z", "29 14:30-18:00, 02 14:30-21:00")]
    [InlineData("tse", "2024-11-01T00:00Z", "2024-11-05T12:00Z", "01 00:00-02:30, 01 03:30-06:00, 05 00:00-02:30, 05 03:30-06:30")]
    [InlineData("fx-newyork-17", "2024-03-08T00:00Z", "2024-03-12T20:00Z", "10 21:00-21:00, 11 21:00-21:00")]
    public void Bells_ring_by_the_clock_of_their_market_daylight_saving_and_half_days_included(string calendar, string from, string to, string sessions)
    {
        var instrument = new Instrument { Symbol = "ANY", BaseCurrency = "ANY", QuoteCurrency = "USD", PriceScale = 2, Calendar = SessionCalendars.Find(calendar) };
        var range = new TimeRange(At(from), At(to));
        var listener = new Listener();
        using var ticks = new TwoTicks(instrument, range);
        new Engine(new RunConfig { Currency = "USD", Range = range }, listener, [Tape.OfTicks(ticks)], new RunStatistics()).Run();

        Assert.Equal(sessions, string.Join(", ", listener.Opened.Select(session => $"{session.Open:dd HH:mm}-{session.Close:HH:mm}")));
        Assert.All(listener.Closed, session => Assert.Equal(session.Close, UtcNanos.ToDateTime(session.TimeNanos)));
    }

    static long At(string text) =>
        UtcNanos.From(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal));

    sealed class Listener : Strategy
    {
        public List<SessionEvent> Opened { get; } = [];

        public List<SessionEvent> Closed { get; } = [];

        public override void OnSession(in SessionEvent session)
        {
            Assert.Equal(Now, UtcNanos.ToDateTime(session.TimeNanos));
            if (session.Kind == SessionKind.Regular)
            {
                (session.IsOpening ? Opened : Closed).Add(session);
            }
        }
    }

    /// <summary>One tick at the beginning of a range and one at its end.</summary>
    sealed class TwoTicks(Instrument instrument, TimeRange range) : ICursor<TickBatch>
    {
        bool isRead;

        public Instrument Instrument => instrument;

        public bool Read(TickBatch into)
        {
            into.Count = 0;
            if (isRead)
            {
                return false;
            }

            isRead = true;
            into.Add(range.From, 100, 101, 1, 1);
            into.Add(range.To, 100, 101, 1, 1);
            return true;
        }

        public void Dispose() { }
    }
}
