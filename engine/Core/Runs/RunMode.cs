namespace Workbench.Core;

/// <summary>Where a run's events come from and its orders go; the engine itself has no branch on it.</summary>
public enum RunMode : byte
{
    /// <summary>Stored data, simulated venue.</summary>
    Backtest = 1,

    /// <summary>Live data, simulated venue.</summary>
    Paper,

    /// <summary>Live data, real venue.</summary>
    Live,

    /// <summary>A recorded session, run again.</summary>
    Replay,
}
