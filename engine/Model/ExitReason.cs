namespace Workbench.Model;

/// <summary>What kind of order ended a trade.</summary>
public enum ExitReason : byte
{
    /// <summary>The strategy wanted out: a market order.</summary>
    Signal = 1,

    /// <summary>A limit was reached, or a touch.</summary>
    Target,

    /// <summary>A stop was reached.</summary>
    Stop,

    /// <summary>A trailing stop was reached.</summary>
    TrailingStop,

    /// <summary>The session opened or closed.</summary>
    Session,

    /// <summary>The venue closed it, since the margin no longer carried it.</summary>
    StopOut,

    /// <summary>It was still open when the run ended.</summary>
    Open,

    /// <summary>Risk closed it: a limit was passed, or a command said so.</summary>
    Risk,
}
