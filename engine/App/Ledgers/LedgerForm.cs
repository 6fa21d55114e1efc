using Workbench.Model;

namespace Workbench.App;

/// <summary>What sets one ledger apart from another: its files' name, its size, and how its trouble is said.</summary>
/// <param name="Name">Name of its files without ending.</param>
/// <param name="MostBytes">Most that its lines may take.</param>
/// <param name="Changed">What to say of a line that is not what was written: file, line, what is wrong with it.</param>
/// <param name="Busy">What to say where another process holds it.</param>
/// <param name="TooLong">What to say where it would be longer than it may be.</param>
sealed record LedgerForm(
    string Name, long MostBytes, Func<string, long, string, WorkbenchException> Changed, Func<string, WorkbenchException> Busy, Func<string, long, WorkbenchException> TooLong);
