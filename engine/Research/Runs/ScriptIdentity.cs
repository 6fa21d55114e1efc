namespace Workbench.Research;

/// <summary>A script of a run that has several.</summary>
/// <param name="Book">Name of its book in the results.</param>
/// <param name="File">The script, relative to the project.</param>
/// <param name="Sha256">Hex SHA-256 of the script with all it loads.</param>
/// <param name="Parameters">Parameters as used, in the script's order.</param>
public sealed record ScriptIdentity(string Book, string File, string Sha256, IReadOnlyList<RunParameter> Parameters);
