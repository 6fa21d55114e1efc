using Workbench.Data.Importers.Notices;

namespace Workbench.Data.Generation;

/// <summary>A made-up economic calendar for the three weeks of the samples, SYNTHETIC as they are: times as such releases have them, names and figures that nobody published.</summary>
static class SampleCalendar
{
    const string Example = "Example ";

    static readonly (string Due, string Currency, CalendarImpact Impact, string Name, string Forecast, string Previous, string Actual, string Revised)[] Table =
    [
        ("2024-03-05T15:00", "USD", CalendarImpact.Low, "Service Index", "53.0", "53.4", "52.6", ""),
        ("2024-03-06T13:15", "USD", CalendarImpact.Medium, "Payrolls", "150K", "107K", "140K", "111K"),
        ("2024-03-07T13:15", "EUR", CalendarImpact.High, "Main Refinancing Rate", "4.50%", "4.50%", "4.50%", ""),
        ("2024-03-07T13:45", "EUR", CalendarImpact.High, "Press Conference", "", "", "", ""),
        ("2024-03-08T13:30", "USD", CalendarImpact.High, "Employment Change", "198K", "353K", "275K", "229K"),
        ("2024-03-08T13:30", "USD", CalendarImpact.High, "Unemployment Rate", "3.7%", "3.7%", "3.9%", ""),
        ("2024-03-12T12:30", "USD", CalendarImpact.High, "CPI m/m", "0.4%", "0.3%", "0.4%", ""),
        ("2024-03-14T12:30", "USD", CalendarImpact.High, "Retail Sales m/m", "0.8%", "-0.8%", "0.6%", "-1.1%"),
        ("2024-03-19T10:00", "EUR", CalendarImpact.Medium, "Economic Sentiment", "25.0", "25.0", "33.5", ""),
        ("2024-03-20T18:00", "USD", CalendarImpact.High, "Policy Rate", "5.50%", "5.50%", "5.50%", ""),
        ("2024-03-20T18:30", "USD", CalendarImpact.High, "Press Conference", "", "", "", ""),
        ("2024-03-21T09:00", "EUR", CalendarImpact.High, "Manufacturing Index", "47.0", "46.5", "45.7", "46.1"),
    ];

    /// <summary>Currencies that it has releases of.</summary>
    public static IEnumerable<string> Currencies => Table.Select(row => row.Currency).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The releases of a currency, each announced a day before.</summary>
    public static ICursor<NoticeBatch<CalendarEntry>> Of(string currency)
    {
        var found = Table.Where(row => row.Currency == currency).Select(row => new Found<CalendarEntry>(Entry(row), "", 0)).ToList();
        return CalendarTapes.Sink(new()).Tape(Instrument.OfCurrency(currency), found, new());
    }

    static CalendarEntry Entry((string Due, string Currency, CalendarImpact Impact, string Name, string Forecast, string Previous, string Actual, string Revised) row)
    {
        var due = UtcNanos.From(DateTime.Parse(row.Due + "Z", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal));
        return new CalendarEntry
        {
            TimeNanos = due, AnnouncedNanos = due - UtcNanos.Day, Symbol = row.Currency, Name = Example + row.Name, Impact = row.Impact,
            Unit = row.Forecast.EndsWith('%') ? "%" : "", Forecast = Value(row.Forecast), Previous = Value(row.Previous), Actual = Value(row.Actual), RevisedPrevious = Value(row.Revised),
        };
    }

    static decimal? Value(string text) => Figure.TryRead(text, out var figure) ? figure.Value : null;
}
