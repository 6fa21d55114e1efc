namespace Workbench.Research.Evolution;

/// <summary>What an expression measures: its type and its unit in one. Only what has the same measure is compared or added.</summary>
public enum Measure
{
    /// <summary>A level of the price, in quote currency. Two of them have a difference and no sum.</summary>
    Price,

    /// <summary>A distance of prices, in quote currency; may be negative.</summary>
    Difference,

    /// <summary>How much the market usually moves, in quote currency; 0 or more.</summary>
    Volatility,

    /// <summary>A multiple of a volatility.</summary>
    Ratio,

    /// <summary>A share from 0 to 100.</summary>
    Percent,

    /// <summary>A span of time, in hours.</summary>
    Hours,

    /// <summary>A number of bars.</summary>
    Count,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>Up, down or neither.</summary>
    Direction,
}
