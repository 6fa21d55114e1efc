namespace Workbench.App.Cells;

/// <summary>What became of a try to promote. The ledger keeps it either way.</summary>
/// <param name="Id">Its name in the ledger, such as <c>p1</c>.</param>
/// <param name="To">The rung: <c>paper</c>.</param>
/// <param name="IsPromoted">Whether all gates were passed.</param>
/// <param name="Gates">All gates, in the order they were tried.</param>
/// <param name="ScriptPath">The script that was or would be promoted.</param>
public sealed record PromotionAttempt(string Id, string To, bool IsPromoted, IReadOnlyList<PromotionGate> Gates, string ScriptPath);
