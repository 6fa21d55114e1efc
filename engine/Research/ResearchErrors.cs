namespace Workbench.Research;

/// <summary>What can go wrong with runs and their reports, each with its code and the next command.</summary>
public static class ResearchErrors
{
    public static WorkbenchException RunNotFound(string folder) => new(
        "WB4101", ExitCode.NotFound, $"{folder} holds no run: result.json is not there.", "./run.sh runs");

    public static WorkbenchException RunUnreadable(string file, Exception cause) => new(
        "WB4102", ExitCode.NotFound, $"{file} is not a result this version can read: {cause.Message}", "./run.sh backtest FILE.csx", cause);

    public static WorkbenchException NewerRun(string file, int schema) => new(
        "WB4103", ExitCode.NotFound, FormattableString.Invariant($"{file} was written by a newer version (schema {schema})."), "git pull");

    public static WorkbenchException WrongRunCount(int count, int most) => new(
        "WB4104", ExitCode.Usage, FormattableString.Invariant($"A comparison takes 2 to {most} runs, not {count}."), "./run.sh compare RUN RUN");

    public static WorkbenchException AssetMissing(string name) => new(
        "WB4105", ExitCode.NotFound, $"The report's web asset {name} was not built in.", "./run.sh");
}
