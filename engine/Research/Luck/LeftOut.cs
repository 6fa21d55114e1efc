namespace Workbench.Research.Luck;

/// <summary>A variant without figures. It stays a trial.</summary>
/// <param name="Name">The variant.</param>
/// <param name="Reason">Why nothing can be computed of it.</param>
public sealed record LeftOut(string Name, string Reason);
