using Workbench.Simulators.Market;

namespace Workbench.Simulators.Binance;

/// <summary>What can be chosen of the Binance simulator. Limits are the venue's own of 2026 unless a test wants to meet them sooner.</summary>
public sealed record BinanceOptions : SimulatorOptions
{
    /// <summary>Ed25519 public key as PEM; where given, signatures must be of it and not of the secret.</summary>
    public string? PublicKeyPem { get; init; }

    /// <summary>What can be traded on futures; null = BTCUSDT, ETHUSDT and BNBUSDT.</summary>
    public IReadOnlyList<SimInstrument>? FuturesInstruments { get; init; }

    /// <summary>What the futures account has at first; null = 100,000 USDT.</summary>
    public IReadOnlyDictionary<string, decimal>? FuturesFunds { get; init; }

    /// <summary>Notional per unit of margin on futures.</summary>
    public decimal Leverage { get; init; } = 20;

    /// <summary>Request weight per minute on spot.</summary>
    public int SpotWeight { get; init; } = 6_000;

    /// <summary>Request weight per minute on futures.</summary>
    public int FuturesWeight { get; init; } = 2_400;

    /// <summary>Orders per ten seconds, of each.</summary>
    public int OrdersPerTenSeconds { get; init; } = 100;

    /// <summary>Refused calls within a minute after which the address is banned.</summary>
    public int RefusalsBeforeBan { get; init; } = 20;

    /// <summary>Life of a listen key.</summary>
    public TimeSpan ListenKeyLife { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>How soon a ping must be answered.</summary>
    public TimeSpan PongWithin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Open conditional orders on futures, over all symbols.</summary>
    public int MaxOpenAlgoOrders { get; init; } = 200;
}
