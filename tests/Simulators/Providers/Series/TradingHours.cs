namespace Workbench.Simulators.Providers.Series;

/// <summary>When a drawn market is open.</summary>
public enum TradingHours
{
    /// <summary>Always.</summary>
    Always = 1,

    /// <summary>From Sunday 17:00 to Friday 17:00 New York; closed on 25 December and 1 January.</summary>
    Forex,

    /// <summary>As forex without 17:00 to 18:00 New York.</summary>
    Metals,

    /// <summary>Monday to Friday 9:30 to 16:00 New York; closed on 1 January, 4 July and 25 December.</summary>
    Shares,
}
