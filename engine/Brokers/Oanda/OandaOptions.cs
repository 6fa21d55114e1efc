namespace Workbench.Brokers.Oanda;

/// <summary>How patient the adapter is. The defaults are the venue's advice; tests are in more of a hurry.</summary>
public sealed record OandaOptions
{
    /// <summary>Silence after which the stream of prices counts as broken; a heartbeat comes every 5 s. Default 10 s, as the venue advises.</summary>
    public TimeSpan PriceSilence { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Silence after which the stream of transactions counts as broken. Default 20 s, as the venue advises.</summary>
    public TimeSpan TransactionSilence { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Pause before an order that was not found is looked for again: one just made can be missing for 0.25 to 0.5 s. Default 600 ms.</summary>
    public TimeSpan LookAgain { get; init; } = TimeSpan.FromMilliseconds(600);

    /// <summary>How many of the account's last transactions are searched for an order's client id before it counts as unknown. Default 10,000.</summary>
    public int LookBack { get; init; } = 10_000;
}
