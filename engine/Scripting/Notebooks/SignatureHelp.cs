namespace Workbench.Scripting.Notebooks;

/// <summary>The ways to call what is being called at a place in a cell.</summary>
/// <param name="Signatures">One line for each overload, with its summary behind a line feed where it has one.</param>
/// <param name="Active">Index of the overload that fits what is typed so far.</param>
/// <param name="Parameter">Index of the argument that the place stands in.</param>
public sealed record SignatureHelp(IReadOnlyList<string> Signatures, int Active, int Parameter);
