using NodaTime;

namespace Workbench.Data.Calendars;

/// <summary>A session calendar out of a table. It turns local times into instants with the time zone data that come with NodaTime, which are the same on every machine.</summary>
sealed class TableCalendar : ISessionCalendar
{
    readonly CalendarEntry entry;
    readonly SessionRow[] rows;
    SpecialDays year;
    Day last;

    public TableCalendar(CalendarEntry entry)
    {
        this.entry = entry;
        rows = [.. entry.Sessions];
        Array.Sort(rows, (row, other) => Offset(row.From, isEnd: false).CompareTo(Offset(other.From, isEnd: false)));
        year = new SpecialDays(entry, 1970);
        last = Make(new LocalDate(1970, 1, 1));
    }

    /// <inheritdoc/>
    public string Name => entry.Name;

    /// <summary>The market has bells, from one of which to the other its daily bars run: its day turns at midnight, when it is closed.</summary>
    public bool HasBells => entry.DayTurns == LocalTime.Midnight;

    /// <inheritdoc/>
    public TimeRange TradingDay(long time) => Find(time).Range;

    /// <inheritdoc/>
    public bool IsOpen(long time)
    {
        foreach (var session in Find(time).Sessions)
        {
            if (session.Kind == SessionKind.Regular && session.Range.Contains(time))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public TimeRange Session(long time)
    {
        var day = Find(time);
        while (day.Regular.To <= time || day.Regular.Length == 0)
        {
            day = Make(day.Date.PlusDays(1));
        }

        return day.Regular;
    }

    /// <inheritdoc/>
    public TradingSession NextSession(long time)
    {
        for (var day = Find(time); ; day = Make(day.Date.PlusDays(1)))
        {
            foreach (var session in day.Sessions)
            {
                if (time < session.Range.To)
                {
                    return session;
                }
            }
        }
    }

    /// <summary>From when to when the daily bar of a date runs: from bell to bell, or the whole trading day where there are none.</summary>
    public TimeRange DailyBar(LocalDate date) => DailyBar(Make(date));

    /// <summary>The daily bar that holds an instant.</summary>
    public TimeRange DailyBar(long time) => DailyBar(Find(time));

    TimeRange DailyBar(Day day) => HasBells && day.Regular.Length > 0 ? day.Regular : day.Range;

    // One day is remembered: callers walk forward through time. Swapping a reference is safe between threads.
    Day Find(long time)
    {
        var known = last;
        if (known.Range.Contains(time))
        {
            return known;
        }

        var local = Instant.FromUnixTimeTicks(0).PlusNanoseconds(time).InZone(entry.Zone).LocalDateTime;
        var day = Make(entry.DayOf(local));

        // Where clocks are set back at the turn of the day, a time of the clock comes twice.
        while (!day.Range.Contains(time))
        {
            day = Make(day.Date.PlusDays(time < day.Range.From ? -1 : 1));
        }

        return last = day;
    }

    Day Make(LocalDate date)
    {
        var range = new TimeRange(At(entry.StartOf(date)), At(entry.StartOf(date.PlusDays(1))));
        var special = DaysOf(date.Year);
        return special.IsHoliday(date) ? new Day(date, range, []) : new Day(date, range, Cut(date, special));
    }

    SpecialDays DaysOf(int of)
    {
        var known = year;
        return known.Year == of ? known : year = new SpecialDays(entry, of);
    }

    /// <summary>The day's sessions as instants; what an early close or a late opening takes away is gone.</summary>
    TradingSession[] Cut(LocalDate date, SpecialDays special)
    {
        var held = Array.FindAll(rows, row => row.IsHeldOn(date));
        if (Array.Find(held, IsRegular) is not { } first || Array.FindLast(held, IsRegular) is not { } last)
        {
            return [];
        }

        var (opened, closed) = (Offset(first.From, isEnd: false), Offset(last.To, isEnd: true));
        var opens = special.LateOpen(date) is { } late ? Offset(late.Time, isEnd: false) : opened;
        var closes = special.EarlyClose(date) is { } early ? Offset(early.Time, isEnd: true) : closed;
        var sessions = new TradingSession[held.Length];
        var count = 0;
        foreach (var row in held)
        {
            // Before hours last until the late bell; after hours follow the early one and are as long as ever.
            var (from, to) = (Offset(row.From, isEnd: false), Offset(row.To, isEnd: true));
            (from, to) = row.Kind switch
            {
                SessionKind.Regular => (Math.Max(from, opens), Math.Min(to, closes)),
                SessionKind.Pre => (from, to == opened ? opens : to),
                _ => (from - (closed - closes), to - (closed - closes)),
            };
            if (from < to && new TimeRange(At(date, from), At(date, to)) is { Length: > 0 } range)
            {
                sessions[count++] = new TradingSession(row.Kind, range);
            }
        }

        Array.Resize(ref sessions, count);
        return sessions;
    }

    static bool IsRegular(SessionRow row) => row.Kind == SessionKind.Regular;

    long Offset(LocalTime time, bool isEnd) => entry.Offset(time, isEnd);

    long At(LocalDate date, long ticks) => At(entry.StartOf(date).PlusTicks(ticks));

    // A time that daylight saving skips is moved behind the gap; of one that comes twice the first is meant.
    long At(LocalDateTime local) => entry.Zone.AtLeniently(local).ToInstant().ToUnixTimeTicks() * 100;

    /// <param name="Date">Name of the trading day.</param>
    /// <param name="Range">From turn to turn.</param>
    /// <param name="Sessions">In order.</param>
    sealed record Day(LocalDate Date, TimeRange Range, TradingSession[] Sessions)
    {
        /// <summary>From the first opening bell to the last closing bell; empty where there are none.</summary>
        public TimeRange Regular { get; } = RegularOf(Sessions);

        static TimeRange RegularOf(TradingSession[] sessions)
        {
            var regular = default(TimeRange);
            foreach (var session in sessions)
            {
                if (session.Kind == SessionKind.Regular)
                {
                    regular = new TimeRange(regular.Length == 0 ? session.Range.From : regular.From, session.Range.To);
                }
            }

            return regular;
        }
    }
}
