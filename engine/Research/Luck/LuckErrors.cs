namespace Workbench.Research.Luck;

/// <summary>What can go wrong with the odds of luck, each with its code.</summary>
public static class LuckErrors
{
    public static WorkbenchException BadOption(string name, string rule, double value) => new(
        "WB4140", ExitCode.Usage, FormattableString.Invariant($"{name} must be {rule}, not {value}."), "./run.sh odds --help");

    public static WorkbenchException NamesDiffer(int names, int columns) => new(
        "WB4141", ExitCode.Usage, FormattableString.Invariant($"There are {names} names for {columns} columns of returns: each needs its own."));
}
