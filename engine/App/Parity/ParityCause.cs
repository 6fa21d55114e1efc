namespace Workbench.App;

/// <summary>Why a session and the backtest of the same stretch differ at an order.</summary>
enum ParityCause
{
    /// <summary>The order took its time to the venue, or prices took theirs to us: the market had moved.</summary>
    Latency,

    /// <summary>The simulated venue fills otherwise than the real one, or an order before was filled otherwise and this follows from it.</summary>
    FillModel,

    /// <summary>The lake does not hold what the session heard: ticks are missing or were revised.</summary>
    Data,

    /// <summary>The session did not trade then: it was recovering, cut off, paused or held by a limit.</summary>
    NotTrading,

    /// <summary>Nothing explains it.</summary>
    Unexplained,
}
