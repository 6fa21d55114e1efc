namespace Workbench.Research.Evolution;

/// <summary>Where an individual came from.</summary>
/// <param name="Generation">Its generation, from 0.</param>
/// <param name="Island">Its island, from 0.</param>
/// <param name="Slot">Its place among those born there then, from 0.</param>
/// <param name="Operator">What made it: <c>random</c>, <c>crossover</c>, or the kind of mutation.</param>
/// <param name="Parents">Keys of its parents: none, one or two.</param>
public sealed record Birth(int Generation, int Island, int Slot, string Operator, IReadOnlyList<string> Parents);
