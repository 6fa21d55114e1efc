namespace Workbench.Data.Quality;

/// <summary>How a day of one source lies to a second source in time.</summary>
/// <param name="Date">The UTC day.</param>
/// <param name="ShiftNanos">What must be added to its times for them to fit; 0 where they fit, or where nothing can be said.</param>
/// <param name="Minutes">Minutes in common after the shift.</param>
/// <param name="Correlation">Correlation of minute returns after the shift.</param>
/// <param name="CorrelationBefore">The same without it.</param>
/// <param name="Difference">Mean distance of minute prices after the shift, in quote currency.</param>
/// <param name="DifferenceBefore">The same without it; NaN where no minute is in common.</param>
/// <param name="Ratio">Mean price of the source over that of the second, after the shift.</param>
public readonly record struct DayShift(
    DateOnly Date, long ShiftNanos, int Minutes, double Correlation, double CorrelationBefore, double Difference, double DifferenceBefore, double Ratio);
