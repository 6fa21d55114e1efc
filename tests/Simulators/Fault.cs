namespace Workbench.Simulators;

/// <summary>A fault as it is asked for.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Count">How many times, from now on.</param>
/// <param name="Value">A figure that some kinds take; 0 = theirs.</param>
/// <param name="Name">Of <see cref="FaultKind.Venue"/>: which one.</param>
/// <param name="After">How many occasions it lets pass before the first.</param>
public sealed record Fault(FaultKind Kind, int Count = 1, int Value = 0, string Name = "", int After = 0);
