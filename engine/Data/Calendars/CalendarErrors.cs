namespace Workbench.Data.Calendars;

/// <summary>What can be wrong with a table of calendars (WB2008, WB2009), in words for people.</summary>
static class CalendarErrors
{
    public static WorkbenchException Unreadable(string file, string place, string cause, Exception? inner = null) => new("WB2008", ExitCode.Data,
        $"{file} is no table of calendars: {(place.Length == 0 ? "" : place + ": ")}{cause}.",
        "data/README.md (Calendars) for what a table says, or move the file away to use those that ship", inner);

    public static WorkbenchException Contradiction(string file, string place, string cause) => new("WB2009", ExitCode.Data,
        $"{file} contradicts itself: {place}: {cause}.", $"correct it in {file}: which of the two holds?");
}
