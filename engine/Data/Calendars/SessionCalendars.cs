namespace Workbench.Data.Calendars;

/// <summary>The session calendars that come with the program, by the names that instrument tables use.</summary>
public static class SessionCalendars
{
    /// <summary>Spot foreign exchange: the day turns at 17:00 New York.</summary>
    public const string Forex = "fx-newyork-17";

    /// <summary>Shares in New York.</summary>
    public const string UsEquities = "us-equities";

    /// <summary>Names that exist.</summary>
    public static IEnumerable<string> Names => CalendarTable.BuiltIn.Names;

    /// <summary>The calendar of a name.</summary>
    /// <exception cref="WorkbenchException">There is none.</exception>
    public static ISessionCalendar Find(string name) => name == UtcCalendar.Instance.Name ? UtcCalendar.Instance : CalendarTable.BuiltIn.Find(name);
}
