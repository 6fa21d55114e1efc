namespace Workbench.App;

/// <summary>How far the attempt at a shard is, for whoever looks.</summary>
/// <param name="Done">Variants that are done.</param>
/// <param name="Total">Variants of the shard.</param>
/// <param name="Heartbeat">When this was written, ISO 8601, UTC.</param>
sealed record ShardProgress(int Done, int Total, string Heartbeat);
