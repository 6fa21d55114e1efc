using System.Globalization;
using System.Text.Json;
using Workbench.Brokers.Links;
using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>The futures' events of our own: a stream under a listenKey that lives an hour and is renewed every half of one.</summary>
sealed class BinanceFuturesStream(BinanceRest rest, Uri root, TimeProvider time)
{
    const string Path = "/fapi/v1/listenKey";
    const string Events = "ORDER_TRADE_UPDATE/ACCOUNT_UPDATE/ALGO_UPDATE/listenKeyExpired";

    static readonly TimeSpan RenewEvery = TimeSpan.FromMinutes(30);
    static readonly VenueCall KeyCall = BinanceRest.Reading("POST listenKey", 1);
    static readonly VenueCall RenewCall = BinanceRest.Reading("PUT listenKey", 1);

    public async Task Listen(IInbox inbox, Action flows, CancellationToken cancel)
    {
        var key = await NewKey(cancel).ConfigureAwait(false);
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Read(new Uri(root, $"/private/ws?listenKey={Uri.EscapeDataString(key)}&events={Events}"), inbox, flows, life.Token);
        var renewing = Renew(life.Token);
        await Task.WhenAny(reading, renewing).ConfigureAwait(false);
        await life.CancelAsync().ConfigureAwait(false);

        // Whichever ended first says why; the other one ends because of it.
        await (renewing.IsFaulted ? renewing : reading).ConfigureAwait(false);
        await Task.WhenAll(reading, renewing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    async Task Read(Uri address, IInbox inbox, Action flows, CancellationToken cancel)
    {
        await using var socket = await Socket.Open(address, BinanceReading.Life, time, cancel).ConfigureAwait(false);
        flows();
        await BinanceReading.Read(socket, time, message => Hear(message, inbox), why => inbox.Post(LinkKind.Orders, LinkState.Gap, why)).ConfigureAwait(false);
    }

    async Task<string> NewKey(CancellationToken cancel)
    {
        var answer = await rest.Keyed(KeyCall, HttpMethod.Post, Path, cancel).ConfigureAwait(false);
        return answer.Outcome is BinanceOutcome.Told or BinanceOutcome.Refused && answer.Status is not (418 or 429)
            ? BinanceRest.Answer<BinanceListenKeyWire>(KeyCall, answer).ListenKey
            : throw new IOException($"no listenKey: {answer.Text}");
    }

    // Ends by failing alone: where the venue no longer knows the key, nothing would ever come again over the connection.
    async Task Renew(CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(RenewEvery, time, cancel).ConfigureAwait(false);
            var answer = await rest.Keyed(RenewCall, HttpMethod.Put, Path, cancel).ConfigureAwait(false);
            if (answer.Outcome == BinanceOutcome.Refused)
            {
                throw new IOException($"the listenKey was not renewed: {answer.Text}");
            }
        }
    }

    static bool Hear(ReadOnlyMemory<byte> message, IInbox inbox)
    {
        using var parsed = JsonDocument.Parse(message);
        var said = BinanceReading.Unwrapped(parsed.RootElement, "data");
        var name = BinanceReading.Word(said, "e");
        switch (name)
        {
            case "ORDER_TRADE_UPDATE":
                Post(inbox, BinanceFuturesMap.Report(BinanceWire.Read<BinanceFuturesReportWire>(said)));
                break;

            case "ALGO_UPDATE":
                Post(inbox, BinanceFuturesMap.Report(BinanceWire.Read<BinanceAlgoReportWire>(said)));
                break;

            case "ACCOUNT_UPDATE":
                Post(inbox, BinanceWire.Read<BinanceAccountUpdateWire>(said));
                break;
        }

        return !BinanceReading.IsFarewell(name);
    }

    static void Post(IInbox inbox, VenueReport? report)
    {
        if (report is not null)
        {
            inbox.Post(report);
        }
    }

    static void Post(IInbox inbox, BinanceAccountUpdateWire update)
    {
        // What trades change, their fills tell.
        foreach (var balance in update.Change.Balances.Where(balance => balance.Change != 0m && update.Change.Reason != "ORDER"))
        {
            inbox.Post(
                string.Create(CultureInfo.InvariantCulture, $"{update.TransactTime}:{update.Change.Reason}:{balance.Asset}"), new Money(balance.Change, balance.Asset), update.Change.Reason);
        }
    }
}
