using Workbench.Data.Importers;

namespace Workbench.Data.Calendars;

/// <summary>The session calendars by the names that instrument tables use.</summary>
public static class SessionCalendars
{
    static readonly ISessionCalendar[] Known =
        [UtcCalendar.Instance, FxCalendar.NewYork17, FxCalendar.Metals, FxCalendar.CfdIndex, UsEquityCalendar.Instance];

    /// <summary>Names that exist.</summary>
    public static IEnumerable<string> Names => Known.Select(calendar => calendar.Name);

    /// <summary>The calendar of a name.</summary>
    /// <exception cref="WorkbenchException">There is none.</exception>
    public static ISessionCalendar Find(string name) => Known.FirstOrDefault(calendar => calendar.Name == name)
        ?? throw ImportErrors.UnknownCalendar(name, Closest.To(name, Names), Names);
}
