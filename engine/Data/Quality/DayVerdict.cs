namespace Workbench.Data.Quality;

/// <summary>The verdict on one UTC day of a tape.</summary>
/// <param name="Date">The day.</param>
/// <param name="Verdict">The worst of its reasons.</param>
/// <param name="Reasons">One sentence each, with figures and the place of the first; empty where all is well.</param>
public sealed record DayVerdict(DateOnly Date, Verdict Verdict, IReadOnlyList<string> Reasons);
