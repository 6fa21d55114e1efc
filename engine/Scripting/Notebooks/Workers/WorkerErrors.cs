namespace Workbench.Scripting.Notebooks;

/// <summary>What can be wrong with the process that runs the cells: codes WB306x.</summary>
static class WorkerErrors
{
    const int MostNames = 20;

    public static WorkbenchException NotStarted(string why, Exception? cause = null) => new(
        "WB3060", ExitCode.StrategyFailed, $"The kernel's process could not be started: {why}", "./run.sh check strategies/sma-cross.csx, which shows whether scripts compile here", cause);

    public static WorkbenchException NoPipes(Exception cause) => new(
        "WB3061", ExitCode.Usage, $"notebook worker is started by the program itself, with two pipes that are open: {cause.Message}", "./run.sh notebook run FILE.ipynb", cause);

    public static WorkbenchException Malformed(Exception cause) => new(
        "WB3062", ExitCode.Data, $"The kernel's door sent something that is no frame: {cause.Message}", "./run.sh notebook run FILE.ipynb", cause);

    public static CellError ResultTooLong(string why) => new(
        "WB3063", $"The cell's result is too long to be told: {why}.", 0, 0, []);

    public static CellError NotBegun() => new("WB3068", "The cell was told to stop before it had begun; nothing of it was run.", 0, 0, []);

    /// <summary>The process ended under a cell.</summary>
    public static CellError Lost(WorkerDeath death, KernelLimits limits, IReadOnlyList<string> names) => new(
        CodeOf(death.Fate), $"The kernel's process ended: {death.Cause(limits)}. {Lost(names)} A new kernel stands ready: run the cells above again.", 0, 0, death.Trace);

    /// <summary>The process ended while no cell ran.</summary>
    public static string LostBetween(WorkerDeath death, KernelLimits limits, IReadOnlyList<string> names) =>
        $"{CodeOf(death.Fate)} The kernel's process ended since the last cell: {death.Cause(limits)}. {Lost(names)} This cell runs on a new kernel; if it needs them, run the cells above again.\n";

    static string CodeOf(WorkerFate fate) => fate switch
    {
        WorkerFate.Stubborn => "WB3065",
        WorkerFate.Greedy => "WB3066",
        WorkerFate.Restarted or WorkerFate.Closed => "WB3067",
        _ => "WB3064",
    };

    static string Lost(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "No variables were lost.",
        <= MostNames => $"Lost: {string.Join(", ", names)}.",
        _ => FormattableString.Invariant($"Lost: {string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more."),
    };
}
