using Workbench.Data.Calendars;

namespace Workbench.Data.Repair;

/// <summary>Brings the dividends and splits of the lake to rows of its prices.</summary>
public static class ToldActions
{
    /// <summary>What an exchange calls the day that an importer puts a time into: the date that most of the trading day is of.</summary>
    public static DateOnly DateOf(ISessionCalendar calendar, long time)
    {
        var day = calendar.TradingDay(TradingDates.HasBells(calendar) ? TradingDates.Holding(calendar, time).From : time);
        return DateOnly.FromDateTime(UtcNanos.ToDateTime(day.From + (day.To - day.From) / 2));
    }

    /// <summary>
    /// Notes what is told of each row. The lake has no adjusted prices: they follow from the closes and from what the vendor's said on
    /// each of its days.
    /// </summary>
    /// <param name="rows">In time order; changed in place.</param>
    /// <param name="actions">What is told; null for nothing.</param>
    public static void Put(IReadOnlyList<PriceRow> rows, ActionTable? actions)
    {
        var told = new Dictionary<int, CorporateAction>();
        var at = 0;
        foreach (var action in (actions?.Rows ?? []).Where(action => rows.Count > 0 && action.Date >= rows[0].Date))
        {
            while (at < rows.Count && rows[at].Date < action.Date)
            {
                at++;
            }

            if (at < rows.Count)
            {
                (rows[at].Dividend, rows[at].Split, rows[at].CapitalGain) = ((double)action.Dividend, (double)action.Split, (double)action.CapitalGain);
                told[at] = action;
            }
        }

        Adjust(rows, told);
    }

    static void Adjust(IReadOnlyList<PriceRow> rows, Dictionary<int, CorporateAction> told)
    {
        var factor = 1.0;
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            rows[i].Adjusted = rows[i].Close * factor;
            if (i > 0 && told.TryGetValue(i, out var action))
            {
                factor *= action.Adjustment ?? 1 - rows[i].Dividend / rows[i - 1].Close;
            }
        }
    }
}
