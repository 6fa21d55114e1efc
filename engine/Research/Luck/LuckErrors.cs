namespace Workbench.Research.Luck;

/// <summary>What can go wrong with the odds of luck, each with its code.</summary>
public static class LuckErrors
{
    public static WorkbenchException BadOption(string name, string rule, double value) => new(
        "WB4140", ExitCode.Usage, FormattableString.Invariant($"{name} must be {rule}, not {value}."), "./run.sh odds --help");

    public static WorkbenchException NamesDiffer(int names, int columns) => new(
        "WB4141", ExitCode.Usage, FormattableString.Invariant($"There are {names} names for {columns} columns of returns: each needs its own."));

    public static WorkbenchException NoReturns(string path) => new(
        "WB4142", ExitCode.NotFound, $"{path} is not there.", "./run.sh odds --returns FILE.csv");

    public static WorkbenchException BadReturns(string path, int line, string why) => new(
        "WB4143", ExitCode.Usage, FormattableString.Invariant($"{path}, line {line}: {why}."), "a line of names, then one line of returns for each period, with commas between");

    public static WorkbenchException NothingToJudge() => new(
        "WB4144", ExitCode.Usage, "Say what to judge: a sweep, --returns FILE.csv, or --study noise.", "./run.sh odds --help");
}
