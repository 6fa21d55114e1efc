namespace Workbench.App;

/// <summary>An axis of a planned search.</summary>
/// <param name="Name">What it sets.</param>
/// <param name="Text">Name and values, as <c>--set</c> takes them.</param>
/// <param name="IsNumeric">Whether all its values are numbers.</param>
sealed record PlannedAxis(string Name, string Text, bool IsNumeric);
