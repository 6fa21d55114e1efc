namespace Workbench.Research.Validation;

/// <summary>What an adversarial tape does to the real one.</summary>
public enum EventKind
{
    /// <summary>The price runs beyond a level where stops are likely to rest, and comes back.</summary>
    StopHunt,

    /// <summary>The same at the strategy's own resting stops: a second pass, for one strategy alone.</summary>
    OwnStopHunt,

    /// <summary>The spread grows many times over, both sides away from mid.</summary>
    SpreadBlowOut,

    /// <summary>The price falls, or jumps, by a day's range within minutes and recovers more slowly.</summary>
    FlashCrash,

    /// <summary>No quotes for a while; the first one after it is where the real price had gone.</summary>
    QuoteGap,

    /// <summary>Another stretch of the same tape laid over this one, its trend taken out.</summary>
    SplicedRegime,

    /// <summary>Messages take seconds to the venue.</summary>
    LatencySpike,

    /// <summary>Quotes come on, and say the same price all the time.</summary>
    StaleQuote,
}
