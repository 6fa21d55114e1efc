namespace Workbench.App;

/// <summary>What the cluster's side of a plan looks like.</summary>
/// <param name="Name">Name of the Job: small letters, digits and hyphens.</param>
/// <param name="Image">Image that holds the program as <c>workbench</c>.</param>
/// <param name="Claim">Name of the claim of a volume that many may write to; it holds the plan's folder and the lake.</param>
/// <param name="Parallelism">Most shards at work at a time.</param>
/// <param name="MemoryMb">Memory of a shard, in MB.</param>
sealed record KubernetesTerms(string Name, string Image, string Claim, int Parallelism, int MemoryMb = 1_000);
