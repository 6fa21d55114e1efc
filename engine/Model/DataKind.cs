namespace Workbench.Model;

/// <summary>Which sort of market data a tape holds.</summary>
public enum DataKind : byte
{
    /// <summary>Best bid and ask.</summary>
    Ticks = 1,

    /// <summary>Prints.</summary>
    Trades,

    /// <summary>Open, high, low, close, volume.</summary>
    Bars,

    /// <summary>Changes of the order book.</summary>
    Depth,

    /// <summary>News, by the time of their publication.</summary>
    News,

    /// <summary>Releases of the economic calendar.</summary>
    Calendar,

    /// <summary>How many are long and short.</summary>
    Sentiment,
}
