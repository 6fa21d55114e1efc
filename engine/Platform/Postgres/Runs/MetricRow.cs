namespace Workbench.Platform.Postgres;

/// <summary>A figure of a run.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Value">The number; null where it is undefined.</param>
/// <param name="Reason">Why there is no number; null where there is one.</param>
public sealed record MetricRow(string Name, double? Value, string? Reason);
