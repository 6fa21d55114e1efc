namespace Workbench.App;

/// <summary>A script of a session, with its text: a file can change while a session runs.</summary>
/// <param name="Path">Where it was.</param>
/// <param name="Sha256">Its fingerprint.</param>
/// <param name="Text">What it said.</param>
sealed record SessionScript(string Path, string Sha256, string Text);
