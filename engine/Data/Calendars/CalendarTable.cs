using System.Collections.Concurrent;
using Workbench.Data.Importers;

namespace Workbench.Data.Calendars;

/// <summary>The session calendars that the house knows by name: its own, and the user's over them.</summary>
public sealed class CalendarTable
{
    readonly List<CalendarEntry> own = [];
    readonly ConcurrentDictionary<string, TableCalendar> made = new(StringComparer.Ordinal);

    /// <summary>The calendars that come with the program.</summary>
    public static CalendarTable BuiltIn { get; } = new();

    /// <summary>The built-in calendars and the user's file over them, where there is one: a calendar there replaces ours of the same name.</summary>
    /// <param name="file">Usually data/calendars.json; may be absent.</param>
    /// <exception cref="WorkbenchException">The file is no table of calendars, or contradicts itself.</exception>
    public static CalendarTable Load(string file)
    {
        if (!File.Exists(file))
        {
            return BuiltIn;
        }

        // A calendar may be like one of ours, or like one above it in the same file.
        var table = new CalendarTable();
        foreach (var entry in new CalendarReader(file, table.Entry).Read(File.ReadAllText(file)))
        {
            table.own.Add(entry);
        }

        return table;
    }

    /// <summary>Names that exist.</summary>
    public IEnumerable<string> Names =>
        [UtcCalendar.Instance.Name, .. ShippedCalendars.Names.Union(own.Select(entry => entry.Name)).Order(StringComparer.Ordinal)];

    /// <summary>The calendar of a name.</summary>
    /// <exception cref="WorkbenchException">There is none.</exception>
    public ISessionCalendar Find(string name) =>
        name == UtcCalendar.Instance.Name ? UtcCalendar.Instance
        : made.TryGetValue(name, out var known) ? known
        : Entry(name) is { } entry ? made.GetOrAdd(name, new TableCalendar(entry))
        : throw ImportErrors.UnknownCalendar(name, Closest.To(name, Names), Names);

    CalendarEntry? Entry(string name) => own.Find(entry => entry.Name == name) ?? ShippedCalendars.Find(name);
}
