namespace Workbench.Core;

/// <summary>What holding an instrument over the cut-off costs or brings, night by night.</summary>
public sealed record SwapTable
{
    /// <summary>What the rates mean.</summary>
    public required SwapUnit Unit { get; init; }

    /// <summary>Rates in order of time.</summary>
    public required IReadOnlyList<SwapRate> Rates { get; init; }

    /// <summary>Units that make a lot, where rates are money per lot. Default 1.</summary>
    public decimal LotSize { get; init; } = 1m;

    /// <summary>Days in a year of interest. Default 365.</summary>
    public int DaysInYear { get; init; } = 365;

    /// <summary>Where the day turns: what is held at the end of its trading day is charged. For the usual cut-off a calendar of 17:00 New York.</summary>
    public required ISessionCalendar CutOff { get; init; }

    /// <summary>Nights charged at the cut-off of each day of the week, Sunday first. Default: Wednesday three, for the weekend that its value date jumps.</summary>
    public IReadOnlyList<int> Nights { get; init; } = [0, 1, 1, 3, 1, 1, 0];
}
