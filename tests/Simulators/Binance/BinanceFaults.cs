namespace Workbench.Simulators.Binance;

/// <summary>Faults that only Binance has, by the names they are armed under.</summary>
public static class BinanceFaults
{
    /// <summary>Futures: the next order is alive although the answer says that it was throttled (-1008).</summary>
    public const string ThrottledButAlive = "ThrottledButAlive";

    /// <summary>Futures: the listen key ends in mid session.</summary>
    public const string ListenKeyExpired = "ListenKeyExpired";

    /// <summary>Every stream is told that the server shuts down, and closed.</summary>
    public const string ServerShutdown = "ServerShutdown";
}
