namespace Workbench.Data.Importers;

/// <summary>Events that were left out for one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many.</param>
/// <param name="FirstPlace">File and row of the first.</param>
public sealed record Rejection(string Reason, long Count, string FirstPlace);
