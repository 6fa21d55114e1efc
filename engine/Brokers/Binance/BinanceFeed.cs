using System.Text.Json;
using Workbench.Brokers.Links;
using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>Market data of one kind for some instruments over one connection.</summary>
sealed class BinanceFeed
{
    /// <summary>A market where nothing at all happens for so long is a connection that hears nothing.</summary>
    static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    static readonly TimeSpan SnapshotPause = TimeSpan.FromSeconds(1);

    readonly IBinanceMarket market;
    readonly Uri address;
    readonly DataKind kind;
    readonly IInbox inbox;
    readonly TimeProvider time;
    readonly Dictionary<string, Channel> channels;

    public BinanceFeed(IBinanceMarket market, Uri root, IReadOnlyList<Instrument> instruments, DataKind kind, IInbox inbox, TimeProvider time)
    {
        this.market = market;
        this.kind = kind;
        this.inbox = inbox;
        this.time = time;
        address = new Uri(root, market.Feed("", kind).Path);
        channels = instruments.ToDictionary(
            instrument => market.Feed(instrument.Symbol, kind).Stream,
            instrument => new Channel(instrument, new BinanceBook(instrument, !market.Capabilities.IsSpot, inbox)));
    }

    /// <summary>Hears until the connection ends or breaks; calls back once the subscription stands.</summary>
    public async Task Listen(Action flows, CancellationToken cancel)
    {
        try
        {
            await using var socket = await Socket.Open(address, Silence, time, cancel).ConfigureAwait(false);
            await socket.Send(JsonSerializer.Serialize(new { method = "SUBSCRIBE", @params = channels.Keys, id = 1 })).ConfigureAwait(false);
            await BinanceReading.Read(
                socket, time, message => Hear(message, flows, cancel), why => inbox.Post(LinkKind.Prices, LinkState.Gap, why)).ConfigureAwait(false);
        }
        finally
        {
            foreach (var channel in channels.Values)
            {
                channel.Book.Lost();
            }
        }
    }

    bool Hear(ReadOnlyMemory<byte> message, Action flows, CancellationToken cancel)
    {
        if (!BinanceFeedWire.TryUnwrap(message.Span, out var stream, out var data))
        {
            return Other(message, flows);
        }

        if (channels.TryGetValue(stream, out var channel))
        {
            Hear(channel, data, cancel);
        }

        return !BinanceReading.IsFarewell(stream);
    }

    void Hear(Channel channel, ReadOnlySpan<byte> data, CancellationToken cancel)
    {
        switch (kind)
        {
            case DataKind.Ticks:
                inbox.Post(BinanceFeedWire.Tick(channel.Instrument, data, market.Rest.Now));
                break;

            case DataKind.Trades:
                inbox.Post(BinanceFeedWire.Trade(channel.Instrument, data));
                break;

            case DataKind.Bars when BinanceFeedWire.Bar(channel.Instrument, data) is { } bar:
                inbox.Post(bar);
                break;

            case DataKind.Depth:
                channel.Book.Change(BinanceDepth.Read(channel.Instrument, data));
                Fetch(channel, cancel);
                break;
        }
    }

    /// <summary>An answer to the subscription, or a farewell.</summary>
    bool Other(ReadOnlyMemory<byte> message, Action flows)
    {
        using var parsed = JsonDocument.Parse(message);
        var root = parsed.RootElement;
        if (root.TryGetProperty("code", out _) || root.TryGetProperty("error", out _))
        {
            var error = BinanceWire.Read<BinanceErrorWire>(BinanceReading.Unwrapped(root, "error"));
            throw BinanceErrors.NotSubscribed($"market data ({kind})", error.Code, error.Msg ?? "");
        }

        if (root.TryGetProperty("id", out _))
        {
            flows();
        }

        return !BinanceReading.IsFarewell(BinanceReading.Word(root, "e"));
    }

    // Asked for when a change comes that cannot be used, and not by a timer: a market that rests needs no snapshot.
    void Fetch(Channel channel, CancellationToken cancel)
    {
        if (channel.Book.WantsSnapshot && channel.Fetching.IsCompleted && time.GetUtcNow() >= channel.NextFetch)
        {
            channel.NextFetch = time.GetUtcNow() + SnapshotPause;
            channel.Fetching = Snapshot(channel, cancel);
        }
    }

    async Task Snapshot(Channel channel, CancellationToken cancel)
    {
        try
        {
            var answer = await market.Snapshot(channel.Instrument.Symbol, cancel).ConfigureAwait(false);
            if (answer.Outcome == BinanceOutcome.Told)
            {
                channel.Book.Snapshot(BinanceDepth.Read(channel.Instrument, answer.Body));
                return;
            }

            inbox.Post(LinkKind.Prices, LinkState.Gap, $"no snapshot of {channel.Instrument.Symbol}: {answer.Text}");
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException)
        {
            inbox.Post(LinkKind.Prices, LinkState.Gap, $"the snapshot of {channel.Instrument.Symbol} does not parse");
        }
        catch (OperationCanceledException)
        {
            // The feed ends.
        }
    }

    sealed class Channel(Instrument instrument, BinanceBook book)
    {
        public Instrument Instrument => instrument;

        public BinanceBook Book => book;

        public Task Fetching { get; set; } = Task.CompletedTask;

        public DateTimeOffset NextFetch { get; set; }
    }
}
