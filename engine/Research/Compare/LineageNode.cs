namespace Workbench.Research.Compare;

/// <summary>A script of a family tree.</summary>
/// <param name="Id">Its name, by which children name it.</param>
/// <param name="Parents">Names of those it was made from; none for a first ancestor.</param>
/// <param name="Born">How: crossover, mutation, by hand; empty where unknown.</param>
/// <param name="Generation">Generation it was born in, from 0.</param>
/// <param name="Score">What it was ranked by; null where undefined.</param>
/// <param name="Text">The script; null where it is not kept.</param>
public sealed record LineageNode(string Id, IReadOnlyList<string> Parents, string Born, int Generation, double? Score, string? Text);
