namespace Workbench.Data.Importers.Books;

/// <summary>What can be wrong with a recorded order book (WB2790 to WB2799), in words for people.</summary>
static class BookErrors
{
    public static WorkbenchException NoSnapshot(string symbol, long changes, string place) => new("WB2790", ExitCode.Data,
        FormattableString.Invariant($"No snapshot that the {changes} changes of {symbol}'s book follow on: nobody could tell what rested there. The last change is at {place}."),
        "a recording that holds a snapshot, or the files before this one too: give their folder");

    public static WorkbenchException NoHours() => new("WB2791", ExitCode.Usage,
        "An order book cannot be imported for regular hours alone: changes outside of them belong to it.", "the same without --regular-hours");

    public static WorkbenchException NotThese(string path, string format, string header) => new("WB2792", ExitCode.Data,
        $"{path} has other columns than {format} knows: {header}.", "./run.sh data import --help");
}
