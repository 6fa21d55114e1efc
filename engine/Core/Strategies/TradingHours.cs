namespace Workbench.Core;

/// <summary>
/// The great sessions of the day, told from the end of the trading day. Where that is 17:00 in New York, as it is for currencies and
/// metals, daylight saving is the calendar's affair; where it is midnight UTC the sessions shift with it by up to three hours.
/// </summary>
public static class TradingHours
{
    /// <summary>Whether Tokyo trades: from 21 to 15 hours before the trading day ends, 20:00 to 02:00 in New York.</summary>
    /// <param name="now">The time of the event, UTC.</param>
    /// <param name="dayClose">When the trading day at hand ends, UTC.</param>
    public static bool IsTokyo(DateTime now, DateTime dayClose) => IsWithin(now, dayClose, 21d, 15d);

    /// <summary>Whether London trades: from 14 to 5.5 hours before the trading day ends, 03:00 to 11:30 in New York.</summary>
    /// <inheritdoc cref="IsTokyo"/>
    public static bool IsLondon(DateTime now, DateTime dayClose) => IsWithin(now, dayClose, 14d, 5.5);

    /// <summary>Whether New York trades: from 7.5 hours to 1 hour before the trading day ends, 09:30 to 16:00 in New York.</summary>
    /// <inheritdoc cref="IsTokyo"/>
    public static bool IsNewYork(DateTime now, DateTime dayClose) => IsWithin(now, dayClose, 7.5, 1d);

    static bool IsWithin(DateTime now, DateTime dayClose, double from, double until) =>
        now >= dayClose.AddHours(-from) && now < dayClose.AddHours(-until);
}
