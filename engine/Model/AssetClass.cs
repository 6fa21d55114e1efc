namespace Workbench.Model;

/// <summary>Kind of market an instrument belongs to; decides the days in a year of its statistics (252, or 365 for crypto).</summary>
public enum AssetClass
{
    /// <summary>Spot foreign exchange.</summary>
    Forex = 1,

    /// <summary>Contract for difference on a metal, index or commodity.</summary>
    Cfd,

    /// <summary>Share or fund.</summary>
    Equity,

    /// <summary>Crypto currency, spot or perpetual; trades every day of the year.</summary>
    Crypto,

    /// <summary>Listed future.</summary>
    Future,
}
