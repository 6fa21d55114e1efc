namespace Workbench.Research.Evolution;

/// <summary>What variation came to.</summary>
/// <param name="Genome">The child, which keeps to the rules.</param>
/// <param name="Operator">What made it: <c>crossover</c>, <c>point</c>, <c>subtree</c>, <c>hoist</c>, <c>shrink</c>, <c>jitter</c>, <c>swap</c>, several of them joined by <c>+</c>, or <c>copy</c> where nothing new came of it.</param>
public sealed record Offspring(Genome Genome, string Operator);
