namespace Workbench.App;

/// <summary>One condition of a promotion, tried.</summary>
/// <param name="Name">What was looked at, such as <c>reproduces</c>.</param>
/// <param name="Passed">Whether it holds.</param>
/// <param name="Words">What was found.</param>
/// <param name="TryNext">What to type where it does not hold; null where nothing helps, or it does.</param>
sealed record Gate(string Name, bool Passed, string Words, string? TryNext = null)
{
    /// <summary>As a line for a person.</summary>
    public override string ToString() => $"{(Passed ? "✓" : "✗")} {Name,-14} {Words}{(Passed || TryNext is null ? "" : $" Try: {TryNext}")}";
}
