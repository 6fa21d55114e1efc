namespace Workbench.Core;

/// <summary>Which price an order meets when it arrives at the simulated venue.</summary>
public enum ArrivalRule : byte
{
    /// <summary>That of the first event after it arrived: nobody trades at the price that made him decide. The default, and the pessimistic one.</summary>
    NextEvent = 0,

    /// <summary>The one in force when it arrives, as LEAN and NautilusTrader do: right where latency is modelled, flattering where it is not.</summary>
    AtOnce = 1,
}
