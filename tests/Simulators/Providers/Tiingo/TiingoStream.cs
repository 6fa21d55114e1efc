using System.Globalization;
using System.Text.Json.Nodes;
using Workbench.Simulators.Providers.Series;

namespace Workbench.Simulators.Providers.Tiingo;

/// <summary>One listener to quotes: it subscribes with its token, then hears the best bid and ask of its tickers several times a second.</summary>
sealed class TiingoStream(string service, string token, TiingoMarket market, StreamConnection stream, SimClock clock)
{
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    volatile IReadOnlyList<SeededSymbol> wanted = [];

    /// <summary>What the listener said.</summary>
    public void OnText(string text)
    {
        var said = Parsed(text);
        if ((string?)said?["authorization"] != token)
        {
            Tell("E", 401, "Authorization failed");
            stream.Close("Authorization failed");
        }
        else if ((string?)said!["eventName"] == "subscribe")
        {
            wanted = [.. (said["eventData"]?["tickers"]?.AsArray() ?? []).Select(each => SeededSymbol.Find((string?)each ?? "")).OfType<SeededSymbol>()];
            Tell("I", 200, "Success", new JsonObject { ["subscriptionId"] = 1 });
        }
    }

    /// <summary>Tells prices until it is stopped.</summary>
    public async Task TellAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pace);
        for (var beats = 0; await timer.WaitForNextTickAsync(stop).ConfigureAwait(false); beats++)
        {
            foreach (var symbol in wanted)
            {
                stream.Send(Quote(market.Top(symbol, clock.GetUtcNow().UtcDateTime)).ToJsonString());
            }

            if (beats % 150 == 149)
            {
                Tell("H", 200, "HeartBeat");
            }
        }
    }

    // Coins have the exchange between time and sizes.
    JsonObject Quote(JsonObject top)
    {
        string[] names = ["ticker", "quoteTimestamp", "exchange", "bidSize", "bidPrice", "midPrice", "askSize", "askPrice"];
        var data = new JsonArray("Q");
        foreach (var name in names.Where(name => name != "exchange" || service == "crypto_data"))
        {
            data.Add(name == "exchange" ? JsonValue.Create("sim") : top[name]!.DeepClone());
        }

        return new JsonObject { ["service"] = service, ["messageType"] = "A", ["data"] = data };
    }

    void Tell(string type, int code, string message, JsonObject? data = null)
    {
        var told = new JsonObject { ["messageType"] = type, ["response"] = new JsonObject { ["code"] = code, ["message"] = message } };
        if (data is not null)
        {
            told["data"] = data;
        }

        stream.Send(told.ToJsonString());
    }

    static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
