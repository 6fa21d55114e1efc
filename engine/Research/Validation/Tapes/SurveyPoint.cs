namespace Workbench.Research.Validation;

/// <summary>Some events in a row, as a survey keeps them. Prices raw.</summary>
/// <param name="Time">When the last of them came, UTC nanoseconds.</param>
/// <param name="Last">Mid of the last.</param>
/// <param name="High">Highest mid.</param>
/// <param name="Low">Lowest mid.</param>
/// <param name="Spread">Widest spread.</param>
readonly record struct SurveyPoint(long Time, long Last, long High, long Low, long Spread)
{
    /// <summary>Two neighbours as one.</summary>
    public SurveyPoint With(SurveyPoint next) => new(next.Time, next.Last, Math.Max(High, next.High), Math.Min(Low, next.Low), Math.Max(Spread, next.Spread));
}
