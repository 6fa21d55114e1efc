namespace Workbench.Data.Generation;

/// <summary>The rhythm of a trading day in New York hours since 17:00: a quiet Asian night, London from 3:00, New York from 8:00, the dead hour before the turn.</summary>
static class DayShape
{
    /// <summary>Hours 17:00, 18:00 … 16:00 in New York: share of the day's ticks, in percent.</summary>
    static readonly int[] ActivityPercent = [1, 1, 2, 3, 3, 2, 2, 2, 2, 3, 7, 7, 6, 5, 5, 7, 8, 9, 7, 6, 4, 3, 3, 2];

    /// <summary>The same hours: spread in percent of the busy hours'. Wide behind the turn, when the books are rolled over.</summary>
    static readonly int[] SpreadPercent = [420, 210, 150, 135, 130, 135, 140, 140, 135, 120, 100, 100, 100, 105, 105, 100, 100, 100, 100, 100, 110, 120, 135, 180];

    static readonly int ActivitySum = ActivityPercent.Sum();

    /// <summary>Ticks to expect within an hour whose start lies so many hours behind the turn.</summary>
    public static double TicksPerHour(int hour, int ticksPerDay) => (double)ticksPerDay * ActivityPercent[hour % 24] / ActivitySum;

    /// <summary>Spread of that hour over the busy hours' spread.</summary>
    public static double Spread(int hour) => SpreadPercent[hour % 24] / 100.0;

    /// <summary>Share of the day's variance that falls into the hour: prices move when people trade.</summary>
    public static double VarianceShare(int hour) => (double)ActivityPercent[hour % 24] / ActivitySum;
}
