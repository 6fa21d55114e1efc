namespace Workbench.Scripting.Notebooks;

/// <summary>What a cell came to.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Count">Number of the cell in this kernel's life, from 1: what notebooks show in brackets.</param>
/// <param name="Value">Its last expression's value, ready to be shown; null where it has none.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
/// <param name="Names">What the kernel's state holds after it: variables, methods and types by name, in the order of their declaration.</param>
/// <param name="Seconds">How long it took, by the wall clock, compilation included.</param>
public sealed record CellResult(CellStatus Status, int Count, MimeBundle? Value, CellError? Error, IReadOnlyList<string> Names, double Seconds);
