using Workbench.Data.Conversion;

namespace Workbench.Data.Importers;

/// <summary>How a foreign file is to be understood, and how much dirt in it is bearable.</summary>
public sealed record ImportOptions
{
    /// <summary>Only this kind. Default: ticks where there are any, else trades, else bars, else depth.</summary>
    public DataKind? Kind { get; init; }

    /// <summary>Only bars of this length; of this price too where it names one. For files that do not tell, the length of their bars.</summary>
    public BarSpec? Timeframe { get; init; }

    /// <summary>Which column holds what, for csv: <c>time=Datetime,bid=BidPrice</c>, or by number from 1: <c>time=1,bid=2,ask=3</c>.</summary>
    public string? Columns { get; init; }

    /// <summary>Spelling of times, for csv, such as <c>dd.MM.yyyy HH:mm:ss.fff</c> or <c>unix-ms</c>. Default: found out.</summary>
    public string? TimeFormat { get; init; }

    /// <summary>Time zone of times that carry none: an IANA name, or an offset such as <c>UTC-5</c>. Default: what the format says, else UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether a bar's time is its opening or its closing. Default: what the format says, else opening.</summary>
    public BarStamp? Stamp { get; init; }

    /// <summary>Largest bearable share of ticks with bid above ask, 0 to 1. They are kept and counted; above it the import is refused. Default 1 %.</summary>
    public decimal MaxCrossedShare { get; init; } = 0.01m;

    /// <summary>Largest bearable share of events that are left out because they make no sense. Default 1 %.</summary>
    public decimal MaxRejectedShare { get; init; } = 0.01m;

    /// <summary>Largest bearable share of events with a time before their predecessor's, which are left out. Default 0: the first refuses the import.</summary>
    public decimal MaxBackwardsShare { get; init; }

    /// <summary>How long before a release of an economic calendar its forecast is told, where the source does not say when it was known, nanoseconds; 0 to seven days. Default a day.</summary>
    public long AnnounceLead { get; init; } = UtcNanos.Day;

    /// <summary>Whether what lies outside the hours of the instrument's calendar is left out; bars by their opening. Default no.</summary>
    public bool RegularHours { get; init; }

    /// <summary>File of factors by which prices are made comparable over splits and dividends. Default none: prices as they were traded.</summary>
    public string? Adjust { get; init; }

    /// <summary>Make ticks of bars along this path: of bid and ask bars, else of trades or mids without spread. Default: bars stay bars.</summary>
    public BarPath? AsTicks { get; init; }

    /// <summary>Make prints of bars of trades along this path. Default: bars stay bars.</summary>
    public BarPath? AsTrades { get; init; }

    /// <summary>Whether prices with more decimals than the instrument has are rounded, halves away from zero, instead of refused. Default no.</summary>
    public bool RoundPrices { get; init; }
}
