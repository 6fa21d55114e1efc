using System.Globalization;
using Workbench.Model;

namespace Workbench.App;

/// <summary>What the environment says of the scheduler that started this process.</summary>
static class ShardScheduler
{
    static readonly string[] Names = ["WORKBENCH_SHARD_INDEX", "SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX"];

    /// <summary>Added to the number that a scheduler gives, where its arrays are shorter than the plan.</summary>
    public const string Offset = "WORKBENCH_SHARD_OFFSET";

    /// <summary>Which shard this process is for.</summary>
    /// <param name="asked">What the words say; null where they say nothing.</param>
    /// <exception cref="WorkbenchException">WB4460: nobody said.</exception>
    public static int Index(int? asked) => asked ?? Names.Select(Number).FirstOrDefault(number => number is not null) + (Number(Offset) ?? 0) ?? throw ShardErrors.NoIndex();

    /// <summary>The record of an attempt that begins now.</summary>
    public static ShardAttempt Attempt(int number) => new()
    {
        Number = number,
        Host = Variable("SLURMD_NODENAME") ?? Environment.MachineName,
        Pid = Environment.ProcessId,
        Scheduler = Variable("SLURM_JOB_ID") is not null ? "slurm" : Variable("JOB_COMPLETION_INDEX") is not null ? "kubernetes" : "local",
        Job = Variable("SLURM_JOB_ID") is { } job ? $"{job} restart {Variable("SLURM_RESTART_COUNT") ?? "0"}" : null,
        Started = UtcNanos.ToIso(UtcNanos.From(DateTime.UtcNow)),
    };

    static int? Number(string name) => int.TryParse(Variable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
