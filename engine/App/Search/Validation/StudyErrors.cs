using Workbench.Model;

namespace Workbench.App;

/// <summary>What can be wrong with a walk-forward or a stress test that was asked for: codes WB443x.</summary>
static class StudyErrors
{
    public static WorkbenchException UnknownDesign(string name) => new(
        "WB4430", ExitCode.Usage, $"'{name}' is no design of a validation; known are rolling, anchored, kfold and cpcv.", "--design rolling");

    public static WorkbenchException UnknownMode(string name) => new(
        "WB4431", ExitCode.Usage, $"'{name}' is no mode; known are sliced (one run, its returns cut) and restarted (a run for each window, flat at its start).", "--mode sliced");

    public static WorkbenchException RestartedNeedsWalk(string design) => new(
        "WB4432", ExitCode.Usage, $"A {design} trains on stretches with holes in them, and no run restarts in a hole.", "--mode sliced, or --design rolling");

    public static WorkbenchException UnknownRule(string name) => new(
        "WB4433", ExitCode.Usage, $"'{name}' is no rule to choose by; known are best (the highest objective) and plateau (the highest lower quartile among neighbours).", "--rule best");

    public static WorkbenchException NothingRan(string why) => new(
        "WB4434", ExitCode.StrategyFailed, $"No variant finished: {why}", "./run.sh backtest FILE.csx with one of the settings");

    public static WorkbenchException NotAgain(string run, string why) => new(
        "WB4435", ExitCode.Data, $"The run {run} cannot be made again: {why}", "./run.sh stress FILE.csx --data …, with what it was made of");

    public static WorkbenchException AxesInStress(string setting) => new(
        "WB4436", ExitCode.Usage, $"{setting} names several values, and one variant is put under stress at a time.", "the same with one value; ./run.sh walkforward or sweep finds it");

    public static WorkbenchException LearningMethod(string method) => new(
        "WB4437", ExitCode.Usage, $"{method} learns as it goes, and here it would learn from what is to be tested.", "--method grid, random, lhs or sobol");

    public static WorkbenchException PlateauNeedsAxes() => new(
        "WB4438", ExitCode.Usage, "Nothing is set, so nothing has neighbours that a plateau could be made of.", "--set fast=5..50:5, or --rule best");
}
