namespace Workbench.Research;

/// <summary>Returns by day, month and year from equity at the end of each trading day.</summary>
static class CalendarReturns
{
    /// <summary>Daily returns; the first day counts from the money at the start. They end where equity is no longer above zero.</summary>
    public static double[] Daily(decimal start, IReadOnlyList<EquityPoint> days)
    {
        var returns = new List<double>(days.Count);
        var before = (double)start;
        foreach (var day in days)
        {
            if (before <= 0d)
            {
                break;
            }

            var equity = (double)day.Equity;
            returns.Add(equity / before - 1d);
            before = equity;
        }

        return [.. returns];
    }

    public static IReadOnlyList<PeriodReturn> Monthly(decimal start, IReadOnlyList<EquityPoint> days) => By(start, days, date => (date.Year, date.Month));

    public static IReadOnlyList<PeriodReturn> Yearly(decimal start, IReadOnlyList<EquityPoint> days) => By(start, days, date => (date.Year, 0));

    static IReadOnlyList<PeriodReturn> By(decimal start, IReadOnlyList<EquityPoint> days, Func<DateTime, (int Year, int Month)> period)
    {
        var periods = new List<PeriodReturn>();
        var (before, equity) = (start, start);
        for (var i = 0; i < days.Count; i++)
        {
            equity = days[i].Equity;
            var current = period(Date(days[i]));
            if (i == days.Count - 1 || period(Date(days[i + 1])) != current)
            {
                double? change = before > 0m ? (double)(equity / before) - 1d : null;
                periods.Add(new PeriodReturn(current.Year, current.Month, change, equity - before));
                before = equity;
            }
        }

        return periods;
    }

    // A day that ends at midnight is stamped with the first instant of the next one.
    static DateTime Date(EquityPoint day) => UtcNanos.ToDateTime(day.Time - 1);
}
