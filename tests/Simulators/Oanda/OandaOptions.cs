namespace Workbench.Simulators.Oanda;

/// <summary>What can be chosen of a simulated OANDA.</summary>
public sealed record OandaOptions
{
    /// <summary>The bearer token that its one user has.</summary>
    public string Token { get; init; } = "simulated-token";

    /// <summary>The one account behind it: site, division, user, number.</summary>
    public string AccountID { get; init; } = "101-004-1435156-001";

    /// <summary>The account's currency.</summary>
    public string Currency { get; init; } = "USD";

    public decimal Balance { get; init; } = 100_000m;

    public IReadOnlyList<OandaInstrument> Instruments { get; init; } = OandaInstruments.All;

    /// <summary>Bid and ask by instrument at the start; the others have no price until they are quoted.</summary>
    public IReadOnlyList<OandaQuote> Quotes { get; init; } = OandaInstruments.Quotes;

    /// <summary>Whether long and short trades of an instrument stand side by side. OANDA's default is that they net.</summary>
    public bool HedgingEnabled { get; init; }

    /// <summary>US rule: of trades of one size only the oldest may be closed.</summary>
    public bool Fifo { get; init; }

    /// <summary>Added to the middle rate when a loss is converted, taken off when a gain is.</summary>
    public decimal ConversionMarkup { get; init; } = 0.005m;

    /// <summary>Orders that may wait at once.</summary>
    public int MaxPendingOrders { get; init; } = 1_000;

    /// <summary>Pause between two heartbeats of a stream.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A price stream tells one price of an instrument, the last, in each such window.</summary>
    public TimeSpan PriceWindow { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Requests answered in a second; the rest are 429.</summary>
    public int RequestsPerSecond { get; init; } = 120;

    /// <summary>How long an order just made is not found, while that fault is on.</summary>
    public TimeSpan ReadLag { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Id of the first transaction, which is the account's CREATE.</summary>
    public long FirstTransactionID { get; init; } = 1;

    /// <summary>The venue's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Port of 127.0.0.1 to listen at; 0 takes a free one.</summary>
    public int Port { get; init; }
}
