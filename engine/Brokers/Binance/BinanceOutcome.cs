namespace Workbench.Brokers.Binance;

/// <summary>What an HTTP answer, or the lack of one, proves.</summary>
enum BinanceOutcome
{
    /// <summary>Done: the body says what.</summary>
    Told = 1,

    /// <summary>Refused for sure: nothing was done, or the body says which half.</summary>
    Refused,

    /// <summary>Never left this machine.</summary>
    NotSent,

    /// <summary>Nothing is proven.</summary>
    Unknown,
}
