namespace Workbench.Core;

/// <summary>What a person may tell a running session.</summary>
public enum OperatorCommand : byte
{
    /// <summary>History is shown next: scripts see it and cannot trade.</summary>
    WarmUp = 1,

    /// <summary>History has ended: what comes is now.</summary>
    Trade,

    /// <summary>The process began, or began anew: find out how things stand at the venue before anything else.</summary>
    Recover,

    /// <summary>No new entries; what closes goes on.</summary>
    Pause,

    /// <summary>Entries again.</summary>
    Resume,

    /// <summary>Cancel all orders and close all positions; then go on, paused.</summary>
    Flatten,

    /// <summary>Cancel all orders, close all positions, and never trade again in this session.</summary>
    Kill,

    /// <summary>End in order: cancel what works, keep what is held.</summary>
    Stop,

    /// <summary>The journal cannot be written: no new orders, cancellations still go.</summary>
    JournalLost,

    /// <summary>The journal can be written again.</summary>
    JournalBack,

    /// <summary>Stored prices have ended, as a backtest's do: bars that close within the stretch are whole, timers are forgotten.</summary>
    FeedEnded,
}
