namespace Workbench.Research;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsBold">Whether it is the best of its row.</param>
/// <param name="Sign">1 for a gain (green), −1 for a loss (red), 0 for neither.</param>
/// <param name="Hint">What is told where one points at it; null for nothing.</param>
public sealed record TableCell(string Text, bool IsBold = false, int Sign = 0, string? Hint = null)
{
    public static implicit operator TableCell(string text) => new(text);
}
