using Workbench.Model;

namespace Workbench.App.Cells;

/// <summary>What can be wrong with what a cell asks of the workbench: codes WB435x.</summary>
static class CellErrors
{
    public static WorkbenchException BadSettings(Type type) => new(
        "WB4350", ExitCode.Usage, $"A {type.Name} holds no parameters.", "set: \"fast=5 slow=20\", or set: new { fast = 5, slow = 20 }");

    public static WorkbenchException NotOfACell(Type type) => new(
        "WB4351", ExitCode.Usage, $"{type.Name} was not declared by a cell or a script that one loads, so there is no text to run it from.",
        "declare the strategy in a cell of its own, or give the path of its script");

    public static WorkbenchException NoKernel() => new(
        "WB4352", ExitCode.Usage, "A class can only be run from a notebook's cell, which its text is taken from.", "the path of a script in place of typeof(…)");

    public static WorkbenchException OtherScript(string path) => new(
        "WB4358", ExitCode.Usage, $"{path} is there already with another text, and nothing is overwritten.", "another name, or move that file away first");

    public static WorkbenchException UnknownMetric(string key, string? near) => new(
        "WB4353", ExitCode.NotFound, $"'{key}' is no metric." + (near is null ? "" : $" Did you mean '{near}'?"), "run.Document.Metrics, which lists all with their names");

    public static WorkbenchException NothingToSweep() => new(
        "WB4356", ExitCode.Usage, "No parameter has more than one value, so there is nothing to sweep.", "set: \"fast=5..50:5 slow=20,50,100\"");

    public static WorkbenchException TooManyEvents(string data, int most) => new(
        "WB4357", ExitCode.Data, FormattableString.Invariant($"{data} holds more than {most:N0} events in that range: too many to keep in memory at once."),
        "a shorter range with from: and to:, or a larger most:");
}
