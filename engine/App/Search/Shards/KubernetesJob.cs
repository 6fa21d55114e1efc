using System.Text.Json;

namespace Workbench.App;

/// <summary>The manifest of an Indexed Job that runs a plan's shards (<c>batch/v1</c>; per-index back-off needs Kubernetes 1.33). JSON, which is YAML, too.</summary>
static class KubernetesJob
{
    /// <summary>Most pods of a Job at a time that Kubernetes allows.</summary>
    public const int MostParallel = 100_000;

    const string Container = "shard";
    const string Volume = "shared";
    const string Mount = "/shared";

    // More attempts than that end in the plan's own rule before.
    const int BackoffPerIndex = 5;

    static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    /// <summary>Writes it.</summary>
    /// <param name="shards">How many.</param>
    /// <param name="plan">The plan, as a path within the volume; its folder is where results go.</param>
    /// <param name="terms">What the cluster has.</param>
    public static string Of(int shards, string plan, KubernetesTerms terms) => JsonSerializer.Serialize(new
    {
        apiVersion = "batch/v1",
        kind = "Job",
        metadata = new { name = terms.Name, labels = new Dictionary<string, string> { ["app.kubernetes.io/name"] = "workbench" } },
        spec = new
        {
            completionMode = "Indexed",
            completions = shards,
            parallelism = Math.Min(Math.Min(terms.Parallelism, shards), MostParallel),
            backoffLimitPerIndex = BackoffPerIndex,
            maxFailedIndexes = shards,
            podReplacementPolicy = "Failed",
            podFailurePolicy = new { rules = Rules() },
            template = new
            {
                spec = new
                {
                    restartPolicy = "Never",
                    terminationGracePeriodSeconds = 30,
                    containers = new[] { Worker(plan, terms) },
                    volumes = new[] { new { name = Volume, persistentVolumeClaim = new { claimName = terms.Claim } } },
                },
            },
        },
    }, Options) + "\n";

    /// <summary>What is permanent fails its index at once; a pod that was evicted has not used up an attempt.</summary>
    static object[] Rules() =>
    [
        new
        {
            action = "FailIndex",
            onExitCodes = new
            {
                containerName = Container,
                @operator = "In",
                values = new[] { (int)ShardExit.Usage, (int)ShardExit.Poison, (int)ShardExit.NoInput, (int)ShardExit.Cancelled, (int)ShardExit.OtherEngine },
            },
        },
        new { action = "Ignore", onPodConditions = new[] { new { type = "DisruptionTarget", status = "True" } } },
    ];

    static object Worker(string plan, KubernetesTerms terms) => new
    {
        name = Container,
        image = terms.Image,
        args = new[] { "shard", "run", "--plan", $"{Mount}/{plan}", "--index", "$(JOB_COMPLETION_INDEX)" },
        env = new[] { new { name = "WORKBENCH_ROOT", value = Mount } },
        resources = new
        {
            requests = new Dictionary<string, string> { ["cpu"] = "1", ["memory"] = Memory(terms) },
            limits = new Dictionary<string, string> { ["memory"] = Memory(terms) },
        },
        volumeMounts = new[] { new { name = Volume, mountPath = Mount } },
    };

    static string Memory(KubernetesTerms terms) => FormattableString.Invariant($"{terms.MemoryMb}Mi");
}
