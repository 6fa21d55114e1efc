namespace Workbench.Core;

/// <summary>A setting of a strategy as <c>params</c> lists it and a search walks it.</summary>
/// <param name="Name">Name on the command line, camelCase: <c>fast</c>.</param>
/// <param name="Property">Name in the script: <c>Fast</c>.</param>
/// <param name="Type">What it is in a script's words: int, long, decimal, double, bool, string, BarSpec, TimeSpan, DateTime or the enum's name.</param>
/// <param name="Default">The property's initial value, as canonical text.</param>
/// <param name="Min">Smallest value allowed; null for none.</param>
/// <param name="Max">Largest value allowed; null for none.</param>
/// <param name="Step">Step a search walks in; null leaves it to the search.</param>
/// <param name="Choices">The values of an enum or bool; empty for everything else.</param>
/// <param name="Description">One line on what it means; may be empty.</param>
public sealed record ParameterInfo(
    string Name, string Property, string Type, string Default, double? Min, double? Max, double? Step,
    IReadOnlyList<string> Choices, string Description);
