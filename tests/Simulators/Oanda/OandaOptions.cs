namespace Workbench.Simulators.Oanda;

/// <summary>What can be chosen of a simulated OANDA. The key is its bearer token; of funds it takes one currency, the account's.</summary>
public sealed record OandaOptions : SimulatorOptions
{
    static readonly KeyValuePair<string, decimal> Purse = new("USD", 100_000m);

    /// <summary>The one account behind it: site, division, user, number.</summary>
    public string AccountID { get; init; } = "101-004-1435156-001";

    /// <summary>What can be traded, in the venue's own terms; <see cref="SimulatorOptions.Instruments"/> is not looked at.</summary>
    public IReadOnlyList<OandaInstrument> Tradeable { get; init; } = OandaInstruments.All;

    /// <summary>Whether long and short trades of an instrument stand side by side. OANDA's default is that they net.</summary>
    public bool HedgingEnabled { get; init; }

    /// <summary>US rule: of trades of one size only the oldest may be closed.</summary>
    public bool Fifo { get; init; }

    /// <summary>Added to the middle rate when a loss is converted, taken off when a gain is.</summary>
    public decimal ConversionMarkup { get; init; } = 0.005m;

    /// <summary>Liquidity of a step of the price ladder is not below this part of the instrument's first: a dealer's ladder is never thin.</summary>
    public decimal LeastDepth { get; init; } = 0.1m;

    /// <summary>Whether a fill still has the price at its top, which OANDA calls deprecated: without it, who reads that one is found out.</summary>
    public bool TellsDeprecatedPrice { get; init; } = true;

    /// <summary>Orders that may wait at once.</summary>
    public int MaxPendingOrders { get; init; } = 1_000;

    /// <summary>A price stream tells one price of an instrument, the last, in each such window.</summary>
    public TimeSpan PriceWindow { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Requests answered in a second; the rest are 429.</summary>
    public int RequestsPerSecond { get; init; } = 120;

    /// <summary>How long an order is not found that was made under the fault <see cref="OandaFaults.ReadAfterWriteLag"/>.</summary>
    public TimeSpan ReadLag { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Minutes of candles that are there at the start, drawn from the seed.</summary>
    public int HistoryMinutes { get; init; } = 1_440;

    /// <summary>Id of the first transaction, which is the account's CREATE.</summary>
    public long FirstTransactionID { get; init; } = 1;

    /// <summary>The account's currency.</summary>
    public string Currency => (Funds?.Single() ?? Purse).Key;

    /// <summary>What the account has at first.</summary>
    public decimal Balance => (Funds?.Single() ?? Purse).Value;
}
