namespace Workbench.Core;

/// <summary>What the look-ahead proof came to.</summary>
/// <param name="Decisions">Decisions of the run with the data as they are.</param>
/// <param name="Cuts">Where the future began, UTC nanoseconds, in order.</param>
/// <param name="Reruns">Runs with a changed future.</param>
/// <param name="Compared">Decisions before cuts that were held against each other and were the same.</param>
/// <param name="Found">The first decision that changed in each rerun where one did; empty where nobody looks ahead.</param>
public sealed record LookAheadResult(
    int Decisions, IReadOnlyList<long> Cuts, int Reruns, long Compared, IReadOnlyList<LookAhead> Found)
{
    /// <summary>Whether no decision depended on what came later.</summary>
    public bool Passed => Found.Count == 0;
}
