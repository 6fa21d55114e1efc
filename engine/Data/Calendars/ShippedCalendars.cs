using System.Text.Json;

namespace Workbench.Data.Calendars;

/// <summary>The calendars that come with the program. A run asks for one of them, and the others are not read.</summary>
/// <remarks>That none of them contradicts itself is held by a test, not found out at each start.</remarks>
static class ShippedCalendars
{
    const string File = "calendars.json";

    static readonly JsonDocument Table = new CalendarReader(File, Find).Parse(Text());

    /// <summary>Their names, in the order of the table.</summary>
    public static IEnumerable<string> Names => Table.RootElement.EnumerateArray().Select(calendar => calendar.GetProperty("name").GetString()!);

    /// <summary>All of them as the table writes them.</summary>
    public static string Text()
    {
        using var stream = typeof(ShippedCalendars).Assembly.GetManifestResourceStream("Workbench.Data.Calendars." + File)!;
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }

    /// <summary>The calendar of a name; null where there is none.</summary>
    public static CalendarEntry? Find(string name) => new CalendarReader(File, Find).Find(Table.RootElement, name);
}
