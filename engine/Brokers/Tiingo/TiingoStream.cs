using System.Text.Json;
using Workbench.Brokers.Links;
using Workbench.Model;

namespace Workbench.Brokers.Tiingo;

/// <summary>The best bid and ask of some instruments of one market over one connection, which subscribes anew each time it connects.</summary>
/// <param name="address">Where the streams are.</param>
/// <param name="market">Which market.</param>
/// <param name="token">Opens it; it goes into the first message and into no text.</param>
/// <param name="tickers">Instruments by the vendor's names.</param>
/// <param name="inbox">Who is told.</param>
/// <param name="silence">How long without a word, heartbeats counted, is too long.</param>
/// <param name="time">Clock of the watchdog.</param>
sealed class TiingoStream(Uri address, TiingoMarket market, string token, IReadOnlyDictionary<string, Instrument> tickers, IInbox inbox, TimeSpan silence, TimeProvider time)
{
    /// <summary>Hears until the connection ends, breaks or falls silent; calls back once the subscription stands.</summary>
    public async Task Listen(Action flows, CancellationToken cancel)
    {
        await using var socket = await Socket.Open(new Uri(address, market.Path), silence, time, cancel).ConfigureAwait(false);
        await socket.Send(TiingoWire.Subscription(token, market.Threshold, tickers.Keys)).ConfigureAwait(false);
        while (await socket.Receive().ConfigureAwait(false) is { } message)
        {
            Hear(message, flows);
        }
    }

    void Hear(ReadOnlyMemory<byte> text, Action flows)
    {
        using var message = JsonDocument.Parse(text);
        var root = message.RootElement;
        switch (TiingoWire.KindOf(root))
        {
            case "A" or "U" when TiingoWire.TickerOf(root, market.Columns) is { } ticker && tickers.TryGetValue(ticker, out var instrument):
                Post(TiingoWire.Tick(root, market.Columns, instrument));
                break;

            case "I" when TiingoWire.Response(root).Code == 200:
                flows();
                break;

            case "E" or "I":
                var (code, said) = TiingoWire.Response(root);
                throw TiingoErrors.Refused(market.Path, code, said.Replace(token, "(token)", StringComparison.OrdinalIgnoreCase));
        }
    }

    void Post(Tick? tick)
    {
        if (tick is { } heard)
        {
            inbox.Post(in heard);
        }
    }
}
