using Workbench.Model;

namespace Workbench.App;

/// <summary>What can be wrong with the ledger of trials: codes WB441x.</summary>
static class TrialErrors
{
    public static WorkbenchException Changed(string file, long line, string what) => new(
        "WB4410", ExitCode.Data, FormattableString.Invariant($"{file}, line {line}: {what} How many trials a family has cannot be told from a ledger that was changed, and so the odds of no winner can."),
        "put back a copy from before the change; or move the folder away, and count from nothing");

    public static WorkbenchException Busy(string file) => new(
        "WB4411", ExitCode.TimeOut, $"{file} is held by another process.", "the same again");

    public static WorkbenchException TooLong(string file, long mostBytes) => new(
        "WB4412", ExitCode.Data, FormattableString.Invariant($"{file} would be longer than {mostBytes >> 20} MB."), "move the folder away as an archive; what is counted then begins anew");

    public static WorkbenchException Newer(string file, long line, string why) => new(
        "WB4413", ExitCode.Data, FormattableString.Invariant($"{file}, line {line} was written by a newer version: {why}"), "git pull");

    public static WorkbenchException NoRoom(string file, Exception cause) => new(
        "WB4414", ExitCode.Data, $"{file} cannot be added to: {cause.Message} What it held is unchanged.", "df -h ., then the same again", cause);
}
