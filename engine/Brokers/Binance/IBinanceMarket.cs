using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>One of Binance's markets as the broker uses it: its calls, in the house's words.</summary>
interface IBinanceMarket
{
    /// <summary>What it can do; its limits as it told them last.</summary>
    VenueCapabilities Capabilities { get; }

    /// <summary>Its requests.</summary>
    BinanceRest Rest { get; }

    Task<IReadOnlyList<Instrument>> Instruments(IReadOnlyList<string> symbols, CancellationToken cancel);

    Task<VenueAccount> Account(IReadOnlyList<Instrument> instruments, CancellationToken cancel);

    Task<BinanceSaid> Submit(OrderRequest order, CancellationToken cancel);

    Task<BinanceSaid> Cancel(OrderKey order, CancellationToken cancel);

    Task<BinanceSaid> Replace(OrderKey order, OrderRequest wanted, CancellationToken cancel);

    Task<VenueOrder?> Query(OrderKey order, CancellationToken cancel);

    Task<IReadOnlyList<VenueOrder>> OpenOrders(IReadOnlyList<Instrument> instruments, CancellationToken cancel);

    /// <summary>Hears own events over one connection until it ends or breaks; calls back once they flow.</summary>
    Task Listen(IInbox inbox, Action flows, CancellationToken cancel);

    /// <summary>What a stream of market data is called there, and under which root.</summary>
    (string Path, string Stream) Feed(string symbol, DataKind kind);

    /// <summary>The book as it stands now, for a stream of changes to go on from.</summary>
    Task<BinanceAnswer> Snapshot(string symbol, CancellationToken cancel);
}
