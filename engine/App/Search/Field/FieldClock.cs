using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>The clock of a field, and from when to when its tapes go.</summary>
/// <param name="Periods">The periods.</param>
/// <param name="First">Time of the first event, UTC nanoseconds.</param>
/// <param name="Last">Time of the last event.</param>
sealed record FieldClock(PeriodClock Periods, long First, long Last)
{
    /// <summary>Share of the tapes' time that has passed at an instant.</summary>
    public double Passed(long time) => Last <= First ? 1d : (time - First) / (double)(Last - First);
}
