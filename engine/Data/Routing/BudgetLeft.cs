namespace Workbench.Data.Routing;

/// <summary>What is left of a limit.</summary>
/// <param name="Rule">The limit.</param>
/// <param name="Left">How much, 0 or more.</param>
/// <param name="Renews">When it is whole again, UTC.</param>
public sealed record BudgetLeft(RateRule Rule, int Left, DateTime Renews);
