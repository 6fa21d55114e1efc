namespace Workbench.Simulators.Oanda;

/// <summary>The day of OANDA ends at 17:00 in New York. The rule of its summer time is written out, so that no machine need know it.</summary>
static class NewYork
{
    const int Close = 17;

    /// <summary>The next end of a day after an instant.</summary>
    public static OandaTime NextClose(OandaTime after)
    {
        var local = after.Instant + Offset(after.Instant.UtcDateTime);
        var close = local.Date.AddHours(Close);
        if (close <= local.DateTime)
        {
            close = close.AddDays(1);
        }

        return OandaTime.From(new DateTimeOffset(close - Offset(close.AddHours(5)), TimeSpan.Zero));
    }

    // Second Sunday of March to first Sunday of November, both at 2 in the morning.
    static TimeSpan Offset(DateTime utc)
    {
        var begin = Sunday(utc.Year, 3, 8).AddHours(2 + 5);
        var end = Sunday(utc.Year, 11, 1).AddHours(2 + 4);
        return TimeSpan.FromHours(utc >= begin && utc < end ? -4 : -5);
    }

    static DateTime Sunday(int year, int month, int notBefore)
    {
        var day = new DateTime(year, month, notBefore, 0, 0, 0, DateTimeKind.Utc);
        return day.AddDays((7 - (int)day.DayOfWeek) % 7);
    }
}
