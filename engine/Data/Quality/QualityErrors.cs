namespace Workbench.Data.Quality;

/// <summary>What can be wrong with a check of data: codes WB2751 and WB2752.</summary>
static class QualityErrors
{
    public static WorkbenchException NoRules(string symbol, string kind) => new("WB2751", ExitCode.Usage,
        $"There are no rules by which {kind} of {symbol} could be checked; ticks, trades and bars have some.", $"./run.sh data check {symbol}");

    public static WorkbenchException NothingInCommon(string symbol, string against) => new("WB2752", ExitCode.Data,
        $"The data of {symbol} and those of {against} have too few minutes in common to be compared.", "./run.sh data list, for a source that covers the same days");
}
