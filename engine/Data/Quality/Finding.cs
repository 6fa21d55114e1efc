namespace Workbench.Data.Quality;

/// <summary>One thing that a check found on one day.</summary>
/// <param name="Date">The UTC day that it is held against.</param>
/// <param name="Defect">What it is.</param>
/// <param name="Verdict">How grave it is; never <see cref="Verdict.Ok"/>.</param>
/// <param name="Reason">A sentence without a full stop, with figures and the place of the first, such as <c>3 of 1,200 ticks have bid above ask, the first at 2014-05-01T08:00:00Z</c>.</param>
public sealed record Finding(DateOnly Date, Defect Defect, Verdict Verdict, string Reason);
