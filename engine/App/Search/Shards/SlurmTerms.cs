namespace Workbench.App;

/// <summary>What a shard may have on a Slurm node.</summary>
/// <param name="Cores">Cores of a shard. Default 1.</param>
/// <param name="MemoryMb">Its memory, in MB. Default 1,000.</param>
/// <param name="Minutes">Longest it may take. Default 60.</param>
/// <param name="Partition">Where; null for the cluster's default.</param>
sealed record SlurmTerms(int Cores = 1, int MemoryMb = 1_000, int Minutes = 60, string? Partition = null);
