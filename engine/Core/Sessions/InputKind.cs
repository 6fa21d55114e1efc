namespace Workbench.Core;

/// <summary>First byte of an input in a session's journal.</summary>
public enum InputKind : byte
{
    /// <summary>Best bid and ask.</summary>
    Tick = 1,

    /// <summary>A print.</summary>
    Trade,

    /// <summary>A bar that closed.</summary>
    Bar,

    /// <summary>A message of an order book.</summary>
    Depth,

    /// <summary>The clock reached an instant at which something is due.</summary>
    Clock,

    /// <summary>A venue spoke of an order.</summary>
    Report,

    /// <summary>How a command fared on its way.</summary>
    Sent,

    /// <summary>Where an order stands, as we asked.</summary>
    Found,

    /// <summary>What works and what is held, as we asked.</summary>
    Audit,

    /// <summary>Money came or went without a trade of ours.</summary>
    Cash,

    /// <summary>A connection came, went or lost something.</summary>
    Link,

    /// <summary>A person, or a watchdog outside, gave an order to the session.</summary>
    Operator,

    /// <summary>Something was said that only the journal keeps.</summary>
    Note,

    /// <summary>An item of news.</summary>
    News,

    /// <summary>A word of the economic calendar.</summary>
    Calendar,

    /// <summary>A measure of sentiment.</summary>
    Sentiment,
}
