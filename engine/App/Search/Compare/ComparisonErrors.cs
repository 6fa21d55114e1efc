using Workbench.Model;

namespace Workbench.App;

/// <summary>What can go wrong when runs, sessions and searches are gathered to be compared.</summary>
static class ComparisonErrors
{
    public static WorkbenchException SearchAmongRuns(string name) => new(
        "WB4450", ExitCode.Usage, $"{name} is a sweep. A sweep is shown alone; its variants become runs by backtest.", $"./run.sh compare {ShellWord.Quoted(name)}");

    public static WorkbenchException NothingOfThatName(string name) => new(
        "WB4451", ExitCode.NotFound, $"There is neither a run nor a session nor a search whose name begins with {name}.", "./run.sh runs");

    public static WorkbenchException OneRun(string name) => new(
        "WB4452", ExitCode.Usage, $"{name} is one run, and there is nothing to lay it beside.", $"./run.sh compare {ShellWord.Quoted(name)} RUN");

    public static WorkbenchException BadSplit(string text) => new(
        "WB4453", ExitCode.Usage, $"--split {text}: an ISO date or time is needed, or a share of the time between 0 and 1.", "./run.sh compare RUN RUN --split 2024-06-01");
}
