namespace Workbench.Model;

/// <summary>A line of <c>data list --revisions</c>: one state of a tape.</summary>
/// <param name="Number">Which one, from 1.</param>
/// <param name="IsCurrent">Whether it is the one in force.</param>
/// <param name="Entry">What it holds.</param>
/// <param name="ReplacedUtc">When it was replaced; null for the one in force.</param>
public sealed record StoreRevision(int Number, bool IsCurrent, StoreEntry Entry, DateTime? ReplacedUtc);
