namespace Workbench.Research.Evolution;

/// <summary>A parameter of a script as a gene.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Values">What it can be, as <c>--set</c> takes it; of numbers in rising order.</param>
/// <param name="IsOrdered">Whether neighbours are alike, as with numbers; else every other value is as far.</param>
public sealed record SettingGene(string Name, IReadOnlyList<string> Values, bool IsOrdered);
