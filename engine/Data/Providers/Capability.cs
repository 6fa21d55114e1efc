namespace Workbench.Data.Providers;

/// <summary>What a source of market data can do. Routing reads these and never a provider's name.</summary>
public enum Capability
{
    /// <summary>The best bid and ask as they are now.</summary>
    Quotes = 1,

    /// <summary>Bars as they close.</summary>
    Bars,

    /// <summary>Changes of the best bid and ask, or prints, as they happen.</summary>
    Ticks,

    /// <summary>Sizes or volumes with its prices.</summary>
    Volumes,

    /// <summary>Order books.</summary>
    Depth,

    /// <summary>How many are long and short, or what texts feel like.</summary>
    Sentiment,

    /// <summary>News with the time of their publication.</summary>
    News,

    /// <summary>Releases of the economic calendar.</summary>
    Calendar,

    /// <summary>Pushes what it has over a stream.</summary>
    Streaming,

    /// <summary>Bars of the past.</summary>
    HistoricalBars,

    /// <summary>Ticks or prints of the past.</summary>
    HistoricalTicks,
}
