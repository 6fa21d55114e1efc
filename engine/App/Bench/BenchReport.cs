namespace Workbench.App;

/// <summary>What <c>bench --json</c> prints and the committed table holds.</summary>
/// <param name="Machine">Where it was measured: figures of two machines are not comparable.</param>
/// <param name="Results">One for each workload, in their order.</param>
sealed record BenchReport(Machine Machine, IReadOnlyList<BenchResult> Results);
