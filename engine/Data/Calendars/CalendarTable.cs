using Workbench.Data.Importers;

namespace Workbench.Data.Calendars;

/// <summary>The session calendars that the house knows by name: its own, and the user's over them.</summary>
public sealed class CalendarTable
{
    const string OwnFile = "calendars.json";

    readonly SortedDictionary<string, TableCalendar> calendars = new(StringComparer.Ordinal);

    CalendarTable(IEnumerable<CalendarEntry> entries)
    {
        foreach (var entry in entries)
        {
            calendars[entry.Name] = new TableCalendar(entry);
        }
    }

    /// <summary>The calendars that come with the program.</summary>
    public static CalendarTable BuiltIn => Own.Table;

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
        var all = Own.Entries.ToList();
        foreach (var entry in new CalendarReader(file, name => all.FindLast(known => known.Name == name)).Read(File.ReadAllText(file)))
        {
            all.Add(entry);
        }

        return new CalendarTable(all);
    }

    /// <summary>Names that exist.</summary>
    public IEnumerable<string> Names => [UtcCalendar.Instance.Name, .. calendars.Keys];

    /// <summary>The calendar of a name.</summary>
    /// <exception cref="WorkbenchException">There is none.</exception>
    public ISessionCalendar Find(string name) =>
        name == UtcCalendar.Instance.Name ? UtcCalendar.Instance
        : calendars.TryGetValue(name, out var calendar) ? calendar
        : throw ImportErrors.UnknownCalendar(name, Closest.To(name, Names), Names);

    // Read when the first calendar but UTC is asked for.
    static class Own
    {
        public static readonly IReadOnlyList<CalendarEntry> Entries = Read();

        public static readonly CalendarTable Table = new(Entries);

        static List<CalendarEntry> Read()
        {
            using var stream = typeof(CalendarTable).Assembly.GetManifestResourceStream("Workbench.Data.Calendars." + OwnFile)!;
            using var text = new StreamReader(stream);
            var all = new List<CalendarEntry>();
            foreach (var entry in new CalendarReader(OwnFile, name => all.Find(known => known.Name == name)).Read(text.ReadToEnd()))
            {
                all.Add(entry);
            }

            return all;
        }
    }
}
