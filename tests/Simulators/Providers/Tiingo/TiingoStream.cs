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

    // Coins have the exchange between time and sizes; shares begin with the time, in words and nanoseconds, and end with the last print and five flags.
    JsonObject Quote(JsonObject top)
    {
        string[] names = service switch
        {
            "iex" => ["quoteTimestamp", "nanoseconds", "ticker", "bidSize", "bidPrice", "midPrice", "askPrice", "askSize", "lastPrice", "lastSize", "halted", "afterHours", "sweep", "oddlot", "rule611"],
            "crypto_data" => ["ticker", "quoteTimestamp", "exchange", "bidSize", "bidPrice", "midPrice", "askSize", "askPrice"],
            _ => ["ticker", "quoteTimestamp", "bidSize", "bidPrice", "midPrice", "askSize", "askPrice"],
        };
        return new JsonObject { ["service"] = service, ["messageType"] = "A", ["data"] = new JsonArray([JsonValue.Create("Q"), .. names.Select(name => Field(top, name))]) };
    }

    JsonNode? Field(JsonObject top, string name) => name switch
    {
        "exchange" => "sim",
        "nanoseconds" => (clock.GetUtcNow().UtcTicks - DateTime.UnixEpoch.Ticks) * 100,
        "lastPrice" or "lastSize" => null,
        "halted" or "afterHours" or "sweep" or "oddlot" or "rule611" => 0,
        _ => top[name]!.DeepClone(),
    };

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
