namespace Workbench.Data.Routing;

/// <summary>A source, held against what is wanted.</summary>
/// <param name="Source">The source.</param>
/// <param name="Refusal">Why it cannot give that; null where it may be able to.</param>
/// <param name="Health">How it is.</param>
public sealed record Candidate(Source Source, string? Refusal, SourceHealth Health);
