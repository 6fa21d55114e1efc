using System.Globalization;
using System.Text.Json;
using Workbench.Brokers.Links;
using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>Spot's events of our own: a subscription over the WebSocket API, signed by itself. Nothing is replayed after a break; the session asks for what it missed.</summary>
sealed class BinanceSpotStream(BinanceRest rest, Uri address, TimeProvider time)
{
    const string Method = "userDataStream.subscribe.signature";

    public async Task Listen(IInbox inbox, Action flows, CancellationToken cancel)
    {
        // Own events may rest for hours: the socket's pings tell whether it lives.
        await using var socket = await Socket.Open(address, BinanceReading.Life, time, cancel).ConfigureAwait(false);
        await socket.Send(Subscription()).ConfigureAwait(false);
        await BinanceReading.Read(socket, time, message => Hear(message, inbox, flows, cancel), why => inbox.Post(LinkKind.Orders, LinkState.Gap, why)).ConfigureAwait(false);
    }

    string Subscription() => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["id"] = 1,
        ["method"] = Method,
        ["params"] = rest.SignedParameters(new BinanceQuery()).ToDictionary(
            field => field.Name, field => (object)(field.Name == "timestamp" ? long.Parse(field.Value, CultureInfo.InvariantCulture) : field.Value)),
    });

    bool Hear(ReadOnlyMemory<byte> message, IInbox inbox, Action flows, CancellationToken cancel)
    {
        using var parsed = JsonDocument.Parse(message);
        var root = parsed.RootElement;
        if (root.TryGetProperty("status", out var status))
        {
            Answered(root, status.GetInt32(), cancel);
            flows();
            return true;
        }

        return Event(BinanceReading.Unwrapped(root, "event"), inbox);
    }

    void Answered(JsonElement root, int status, CancellationToken cancel)
    {
        if (status == 200)
        {
            return;
        }

        var error = root.TryGetProperty("error", out var told) ? BinanceWire.Read<BinanceErrorWire>(told) : new BinanceErrorWire(0, "");
        if (error.Code == -1021)
        {
            // The next attempt goes by the venue's clock.
            _ = rest.Measure(cancel);
        }

        throw error.Code != -1021 && status is >= 400 and < 500 and not (418 or 429)
            ? BinanceErrors.NotSubscribed("own events", error.Code, error.Msg ?? "")
            : new IOException($"the subscription failed: code {BinanceMap.Text(error.Code)}, {error.Msg}");
    }

    static bool Event(JsonElement said, IInbox inbox)
    {
        var name = BinanceReading.Word(said, "e");
        switch (name)
        {
            case "executionReport":
                if (BinanceSpotMap.Report(BinanceWire.Read<BinanceSpotReportWire>(said)) is { } report)
                {
                    inbox.Post(report);
                }

                break;

            case "balanceUpdate":
                var update = BinanceWire.Read<BinanceSpotBalanceUpdateWire>(said);
                inbox.Post(string.Create(CultureInfo.InvariantCulture, $"{update.Time}:{update.Asset}:{update.Delta}"), new Money(update.Delta, update.Asset), name);
                break;
        }

        return !BinanceReading.IsFarewell(name);
    }
}
