using NodaTime;

namespace Workbench.Data.Calendars;

/// <summary>Finds what in a calendar cannot all be true.</summary>
static class CalendarCheck
{
    /// <exception cref="WorkbenchException">Sessions overlap or end before they begin, no session goes on for ever, or a day is special in two ways.</exception>
    public static void Check(CalendarEntry entry, string file)
    {
        if (entry.Sessions.FirstOrDefault(row => Start(row) >= End(row)) is { } backwards)
        {
            throw Contradiction($"a session from {backwards.From} to {backwards.To} ends before it begins: the trading day turns at {entry.DayTurns}");
        }

        foreach (var (row, other) in entry.Sessions.SelectMany((row, i) => entry.Sessions.Skip(i + 1).Select(other => (row, other))))
        {
            if (row.Days.Overlaps(other.Days) && row.Since <= other.Until && other.Since <= row.Until && Start(row) < End(other) && Start(other) < End(row))
            {
                throw Contradiction($"the sessions from {row.From} to {row.To} and from {other.From} to {other.To} overlap");
            }
        }

        if (!entry.Sessions.Any(row => row.Kind == SessionKind.Regular && row.Until == LocalDate.MaxIsoValue))
        {
            throw Contradiction("no regular session is held today, so that the next one would never open");
        }

        CheckDays();

        void CheckDays()
        {
            var holidays = entry.Holidays.SelectMany(rule => rule.Named).ToHashSet();
            CheckTimes(entry.EarlyCloses, "closes early", rule => entry.Sessions.Any(row => IsRegular(row) && Start(row) < Offset(rule, isEnd: true))
                && entry.Sessions.Any(row => IsRegular(row) && Offset(rule, isEnd: true) < End(row)));
            CheckTimes(entry.LateOpens, "opens late", rule => entry.Sessions.Any(row => IsRegular(row) && Start(row) < Offset(rule, isEnd: false))
                && entry.Sessions.Any(row => IsRegular(row) && Offset(rule, isEnd: false) < End(row)));

            void CheckTimes(IReadOnlyList<DateRule> rules, string what, Func<DateRule, bool> isWithin)
            {
                var times = new Dictionary<LocalDate, LocalTime>();
                foreach (var rule in rules)
                {
                    if (!isWithin(rule))
                    {
                        throw Contradiction($"it {what} at {rule.Time}, when no regular session is held");
                    }

                    foreach (var date in rule.Named)
                    {
                        if (holidays.Contains(date))
                        {
                            throw Contradiction($"{Iso(date)} is a holiday, and it {what} then");
                        }

                        if (!times.TryAdd(date, rule.Time) && times[date] != rule.Time)
                        {
                            throw Contradiction($"on {Iso(date)} it {what} at {times[date]} and at {rule.Time}");
                        }
                    }
                }
            }
        }

        long Start(SessionRow row) => entry.Offset(row.From, isEnd: false);

        long End(SessionRow row) => entry.Offset(row.To, isEnd: true);

        long Offset(DateRule rule, bool isEnd) => entry.Offset(rule.Time, isEnd);

        WorkbenchException Contradiction(string cause) => CalendarErrors.Contradiction(file, entry.Name, cause);
    }

    static bool IsRegular(SessionRow row) => row.Kind == SessionKind.Regular;

    static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
