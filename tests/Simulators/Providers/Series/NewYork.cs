namespace Workbench.Simulators.Providers.Series;

/// <summary>New York's clock by the rule in force since 2007 (before: from the first Sunday of April to the last of October), so that no table of zones is needed.</summary>
static class NewYork
{
    /// <summary>A UTC instant as New York's clocks show it.</summary>
    public static DateTime Local(DateTime utc) => utc.AddHours(-Behind(utc));

    /// <summary>A time of New York's clocks in UTC.</summary>
    public static DateTime Utc(DateTime local) => DateTime.SpecifyKind(local.AddHours(Behind(local.AddHours(5))), DateTimeKind.Utc);

    /// <summary>Hours behind UTC.</summary>
    public static int Behind(DateTime utc) => utc >= Begin(utc.Year) && utc < End(utc.Year) ? 4 : 5;

    /// <summary>Whether a market is open.</summary>
    public static bool IsOpen(TradingHours hours, DateTime utc)
    {
        if (hours == TradingHours.Always)
        {
            return true;
        }

        var local = Local(utc);
        if (hours == TradingHours.Shares)
        {
            return IsTradingDay(local.Date) && local.TimeOfDay >= new TimeSpan(9, 30, 0) && local.TimeOfDay < new TimeSpan(16, 0, 0);
        }

        // From 17:00 on it is the next day's market.
        var day = local.AddHours(7);
        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            && (day.Month, day.Day) is not ((12, 25) or (1, 1))
            && (hours == TradingHours.Forex || day.Hour >= 1);
    }

    /// <summary>Whether shares trade on a day.</summary>
    public static bool IsTradingDay(DateTime date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && (date.Month, date.Day) is not ((1, 1) or (7, 4) or (12, 25));

    static DateTime Begin(int year) => year >= 2007 ? Sunday(year, 3, 2).AddHours(7) : Sunday(year, 4, 1).AddHours(7);

    static DateTime End(int year) => year >= 2007 ? Sunday(year, 11, 1).AddHours(6) : Sunday(year, 11, 1).AddDays(-7).AddHours(6);

    static DateTime Sunday(int year, int month, int which)
    {
        var first = new DateTime(year, month, 1, 0, 0, 0, DateTimeKind.Utc);
        return first.AddDays(((7 - (int)first.DayOfWeek) % 7) + (7 * (which - 1)));
    }
}
