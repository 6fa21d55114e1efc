namespace Workbench.App;

/// <summary>A batch of a planned search: what is run, kept and lost together.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="Leg">The leg that it belongs to.</param>
/// <param name="First">Its first variant, by its place in the leg.</param>
/// <param name="Count">How many variants.</param>
/// <param name="Sha256">Hex SHA-256 of their keys, a line each: a space that is walked otherwise elsewhere is found by it.</param>
sealed record PlannedShard(int Index, int Leg, int First, int Count, string Sha256);
