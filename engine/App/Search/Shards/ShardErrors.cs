using Workbench.Model;

namespace Workbench.App;

/// <summary>What can go wrong with the shards of a plan, each with its code and the next command.</summary>
static class ShardErrors
{
    /// <summary>The code by which a worker knows that its engine is not the plan's: the one refusal that another node might not share.</summary>
    public const string OtherEngineCode = "WB4468";

    public static WorkbenchException OtherEngine(string planned, string here) => new(
        OtherEngineCode, ExitCode.CheckFailed, $"The plan was made by engine {planned}, and this is {here}: results of both must not be mixed.", "./run.sh sweep FILE.csx … (a plan of its own)");

    public static WorkbenchException NoIndex() => new(
        "WB4460", ExitCode.Usage, "Nobody said which shard to run: --index is missing, and the environment has none of WORKBENCH_SHARD_INDEX, SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX.",
        "./run.sh shard run --plan PLAN --index 0 --out DIR");

    public static WorkbenchException BadIndex(int index, int count) => new(
        "WB4461", ExitCode.Usage, FormattableString.Invariant($"There is no shard {index}: the plan has {count}, from 0 to {count - 1}."), "./run.sh shard missing --plan PLAN --out DIR");

    public static WorkbenchException TooManyAttempts(int index, string folder) => new(
        "WB4462", ExitCode.CheckFailed, FormattableString.Invariant($"Shard {index} was tried more often than can be: see {folder}."), "./run.sh shard cancel --plan PLAN --out DIR");

    public static WorkbenchException Missing(string indexes, int count) => new(
        "WB4463", ExitCode.NotFound, FormattableString.Invariant($"{count} shards have no result yet: {indexes}."), "./run.sh shard missing --plan PLAN --out DIR");

    public static WorkbenchException Dead(IReadOnlyList<DeadLetter> dead) => new(
        "WB4464", ExitCode.CheckFailed, FormattableString.Invariant($"{dead.Count} shards were given up, the first ({dead[0].Index}) because: {dead[0].Reason}."),
        "./run.sh shard merge --plan PLAN --out DIR --allow-dead");

    public static WorkbenchException NotTheSame(int index, IReadOnlyList<string> files) => new(
        "WB4465", ExitCode.CheckFailed, FormattableString.Invariant($"DETERMINISM ALARM: shard {index} was run twice, and its results differ: {string.Join(", ", files)}. Both are kept. No figure of this plan can be trusted until it is known why."),
        "./run.sh check FILE.csx --data …");

    public static WorkbenchException NoSlurm(string what) => new(
        "WB4466", ExitCode.NotFound, $"Slurm is not here: {what}.", "apt-get install slurm-client, or --engine local");

    public static WorkbenchException SlurmRefused(string said) => new(
        "WB4467", ExitCode.CheckFailed, $"Slurm refused the job: {said}", "sinfo");
}
