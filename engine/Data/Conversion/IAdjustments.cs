namespace Workbench.Data.Conversion;

/// <summary>What prices of each day are adjusted by.</summary>
interface IAdjustments
{
    /// <summary>Stands in the source of a tape, and tells apart tapes that were adjusted otherwise.</summary>
    string Mark { get; }

    /// <summary>What counts for a day.</summary>
    /// <param name="day">Midnight of the day on the exchange's clock, nanoseconds.</param>
    /// <exception cref="WorkbenchException">Nothing is known of that day.</exception>
    Adjustment Of(long day);
}
