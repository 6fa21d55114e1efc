using Workbench.Brokers.Links;
using Workbench.Model;

namespace Workbench.Brokers.Tiingo;

/// <summary>Tiingo's quotes as they change: currencies, coins and the shares of IEX, each market over a connection of its own that is kept up.</summary>
/// <param name="address">Where it is; of an address for requests the scheme is turned into that of sockets.</param>
/// <param name="token">The token.</param>
/// <param name="tickerOf">What the vendor calls an instrument.</param>
/// <param name="time">Clock; null for the machine's.</param>
/// <param name="silence">How long without a word is too long. Default 70 s: it sends a heartbeat each 30.</param>
public sealed class TiingoFeed(Uri address, string token, Func<Instrument, string> tickerOf, TimeProvider? time = null, TimeSpan? silence = null) : IFeed
{
    static readonly TimeSpan TwoHeartbeats = TimeSpan.FromSeconds(70);

    readonly Uri root = new UriBuilder(address) { Scheme = address.Scheme is "http" or "ws" ? "ws" : "wss" }.Uri;
    readonly TimeProvider time = time ?? TimeProvider.System;
    readonly List<Link> links = [];

    /// <inheritdoc/>
    public string Name => "tiingo";

    /// <inheritdoc/>
    public IReadOnlyList<DataKind> Kinds { get; } = [DataKind.Ticks];

    /// <inheritdoc/>
    public async Task Subscribe(IReadOnlyList<Instrument> instruments, DataKind kind, IInbox inbox, CancellationToken cancel)
    {
        if (kind != DataKind.Ticks)
        {
            throw TiingoErrors.NoSuchFeed(kind);
        }

        foreach (var market in instruments.GroupBy(TiingoMarket.Of).ToList())
        {
            var stream = new TiingoStream(root, market.Key, token, market.ToDictionary(tickerOf, StringComparer.OrdinalIgnoreCase), inbox, silence ?? TwoHeartbeats, time);
            var link = new Link(LinkKind.Prices, inbox, time, stream.Listen);
            links.Add(link);
            await link.Start(cancel).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var link in links)
        {
            await link.DisposeAsync().ConfigureAwait(false);
        }

        links.Clear();
    }
}
