using Workbench.Model;

namespace Workbench.App;

/// <summary>What can be wrong with a sweep and its folder: codes WB4415–WB4429.</summary>
static class SweepErrors
{
    public static WorkbenchException Changed(string id, IReadOnlyList<string> differences, bool isOfData, string tryNext) => new(
        "WB4415", isOfData ? ExitCode.Data : ExitCode.CheckFailed, $"Sweep {id} was planned with other things than there are now: {string.Join("; ", differences)}. Results of both must not be mixed.", tryNext);

    public static WorkbenchException Busy(string folder) => new(
        "WB4416", ExitCode.TimeOut, $"Another process is at work on {folder}.", "the same again when that is done, or another --out");

    public static WorkbenchException NotFound(string name) => new(
        "WB4417", ExitCode.NotFound, $"No sweep is called '{name}'.", "./run.sh sweep --list");

    public static WorkbenchException Taken(string folder, string plan) => new(
        "WB4418", ExitCode.Usage, $"{folder} holds {plan}, and nothing of yours is replaced.", "--out with a folder that is new or empty");

    public static WorkbenchException WordMissing(string what) => new(
        "WB4419", ExitCode.Usage, $"A sweep needs {what}.", "./run.sh sweep strategies/sma-cross.csx --data EURUSD:ticks --set fast=5..50:5 --set slow=20..200:10 --where 'fast<slow'");

    public static WorkbenchException UnknownEngine(string name) => new(
        "WB4420", ExitCode.Usage, $"There is no engine called '{name}'; there are local, slurm, slurm:PARTITION, and plan, which runs nothing.", "--engine local");

    public static WorkbenchException Stopped(string id, long done, long total) => new(
        "WB4421", ExitCode.Cancelled, FormattableString.Invariant($"Stopped. {done:N0} of {total:N0} variants are done and kept."), $"./run.sh sweep --resume {id}");

    public static WorkbenchException NoRoom(string folder, string id, Exception cause) => new(
        "WB4422", ExitCode.Data, $"{folder} cannot be written: {cause.Message} What was done before is kept, and nothing half done is.", $"df -h ., then ./run.sh sweep --resume {id}", cause);

    public static WorkbenchException NotAPlan(string path, string why) => new(
        "WB4423", ExitCode.Data, $"{path} is no plan of a sweep: {why}", "./run.sh sweep --list");

    public static WorkbenchException TooMany(long count, long most) => new(
        "WB4424", ExitCode.Usage, FormattableString.Invariant($"That is {count:N0} variants, and a sweep may have {most:N0}."), "coarser steps, such as fast=5..50:5, or --method sobol --trials 1024");

    public static WorkbenchException BadAxis(string text) => new(
        "WB4425", ExitCode.Usage, $"'{text}' is no axis of data.", "--axis data=EURUSD:ticks,GBPUSD:ticks, or --axis period=2024-01-01..2024-02-01,2024-02-01..2024-03-01");

    public static WorkbenchException Damaged(string place, string what) => new(
        "WB4426", ExitCode.Data, $"{place} {what}", "delete that file, then ./run.sh sweep --resume with the sweep's name: what is missing is run again");

    public static WorkbenchException Unfinished(string id, int missing) => new(
        "WB4427", ExitCode.NotFound, FormattableString.Invariant($"Sweep {id} is not done: {missing} of its batches have no result."), $"./run.sh sweep --resume {id}");

    public static WorkbenchException Learns(string method) => new(
        "WB4428", ExitCode.Usage, $"The {method} search learns from each generation before it knows the next, so that its shards cannot be run apart.", "--engine local, or --method sobol --trials 1024");

    public static WorkbenchException Ambiguous(string prefix, int count) => new(
        "WB4429", ExitCode.Usage, FormattableString.Invariant($"{count} sweeps begin with '{prefix}'."), "./run.sh sweep --list");
}
