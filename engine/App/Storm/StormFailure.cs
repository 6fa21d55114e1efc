namespace Workbench.App;

/// <summary>What did not hold, and where.</summary>
/// <param name="Seed">The seed: it makes all of it happen again.</param>
/// <param name="Step">Number of the step after which it was seen.</param>
/// <param name="Invariant">What did not hold.</param>
sealed record StormFailure(long Seed, long Step, string Invariant);
