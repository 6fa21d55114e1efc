namespace Workbench.App;

/// <summary>A survivor that went to strategies/evolved.</summary>
/// <param name="File">The script.</param>
/// <param name="Sealed">What was seen when the sealed stretch was opened, or why it was not.</param>
sealed record KeptScript(string File, string Sealed);
