namespace Workbench.Data.Providers;

/// <summary>Stretches of time that sources cut their answers by, in UTC.</summary>
enum GridStep
{
    /// <summary>From full hour to full hour.</summary>
    Hour = 1,

    /// <summary>From midnight to noon, from noon to midnight.</summary>
    HalfDay,

    /// <summary>From midnight to midnight.</summary>
    Day,

    /// <summary>Seven days from a Thursday on, as 1970 began with one: the same weeks whatever is asked for.</summary>
    Week,

    /// <summary>Months of the calendar.</summary>
    Month,

    /// <summary>Years of the calendar.</summary>
    Year,
}
