using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Simulators.Binance;

/// <summary>One connection to market streams: what it listens to, by path or by SUBSCRIBE.</summary>
sealed class FeedSession(MarketFeed feed, IMarketWords words, StreamConnection connection, TimeProvider clock, string path, bool isCombined)
{
    readonly Lock gate = new();
    readonly HashSet<string> streams = [];
    (long Second, int Count) heard;

    public bool Hears(string stream)
    {
        lock (gate)
        {
            return streams.Contains(stream) && words.IsOn(path, stream);
        }
    }

    public void Tell(string stream, string text) => connection.Send(isCombined ? $"{{\"stream\":\"{stream}\",\"data\":{text}}}" : text);

    public void Listen(IEnumerable<string> wanted)
    {
        foreach (var stream in wanted.Where(each => each.Length > 0))
        {
            feed.Prepare(stream);
            lock (gate)
            {
                streams.Add(stream);
            }
        }
    }

    /// <summary>Answers what the client sends.</summary>
    public void OnText(string text)
    {
        if (IsTooMuch())
        {
            connection.Close("Too many requests");
            return;
        }

        try
        {
            using var message = JsonDocument.Parse(text);
            var id = message.RootElement.TryGetProperty("id", out var given) ? given.GetRawText() : "null";
            connection.Send($"{{\"result\":{Obey(message.RootElement)},\"id\":{id}}}");
        }
        catch (JsonException wrong)
        {
            connection.Send(new JsonObject { ["error"] = new JsonObject { ["code"] = 3, ["msg"] = $"Invalid JSON: {wrong.Message}" } }.ToJsonString());
        }
    }

    string Obey(JsonElement message)
    {
        var named = message.TryGetProperty("params", out var given) && given.ValueKind == JsonValueKind.Array
            ? given.EnumerateArray().Select(each => each.ToString()).ToList() : [];
        switch (message.TryGetProperty("method", out var method) ? method.GetString() : null)
        {
            case "SUBSCRIBE":
                Listen(named);
                return "null";
            case "UNSUBSCRIBE":
                Forget(named);
                return "null";
            case "LIST_SUBSCRIPTIONS":
                return List();
            default:
                throw new JsonException("unknown method");
        }
    }

    void Forget(List<string> named)
    {
        lock (gate)
        {
            streams.ExceptWith(named);
        }
    }

    string List()
    {
        lock (gate)
        {
            return JsonSerializer.Serialize(streams.Order(StringComparer.Ordinal));
        }
    }

    bool IsTooMuch()
    {
        var second = clock.GetUtcNow().ToUnixTimeSeconds();
        heard = heard.Second == second ? (second, heard.Count + 1) : (second, 1);
        return heard.Count > words.MessagesPerSecond;
    }
}
