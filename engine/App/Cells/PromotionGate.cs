namespace Workbench.App.Cells;

/// <summary>One condition of a promotion, tried.</summary>
/// <param name="Name">What was looked at, such as <c>reproduces</c>.</param>
/// <param name="Passed">Whether it holds.</param>
/// <param name="Words">What was found.</param>
/// <param name="TryNext">What to type where it does not hold; null where nothing helps.</param>
public sealed record PromotionGate(string Name, bool Passed, string Words, string? TryNext);
