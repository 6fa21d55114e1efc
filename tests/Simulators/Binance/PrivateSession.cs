using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Simulators.Binance;

/// <summary>One connection to the account's own events on futures. It hears nothing unless its listen key is alive, and is not told so.</summary>
sealed class PrivateSession(FuturesDesk desk, StreamConnection connection, bool isCombined, string? events)
{
    readonly HashSet<string> wanted = [.. (events ?? "").Split(['/', ','], StringSplitOptions.RemoveEmptyEntries)];
    string? key;

    public void Listen(string? listenKey)
    {
        if (string.IsNullOrEmpty(listenKey))
        {
            return;
        }

        desk.Events.Leave(this);
        key = listenKey;
        desk.Events.Join(this, Hear);
    }

    public void Leave() => desk.Events.Leave(this);

    public void OnText(string text)
    {
        using var message = JsonDocument.Parse(text);
        var root = message.RootElement;
        if (root.TryGetProperty("method", out var method) && method.GetString() == "SUBSCRIBE" && root.TryGetProperty("params", out var named))
        {
            Listen(named.EnumerateArray().Select(each => each.GetString()).FirstOrDefault());
        }

        connection.Send(new JsonObject { ["result"] = null, ["id"] = root.TryGetProperty("id", out var id) ? JsonNode.Parse(id.GetRawText()) : null }.ToJsonString());
    }

    // The end of a key is told to those who listened by it; after that there is silence.
    void Hear(string text)
    {
        var type = TypeOf(text);
        if (type == "listenKeyExpired" ? text.Contains(key!, StringComparison.Ordinal) : desk.Keys.IsAlive(key!) && (wanted.Count == 0 || wanted.Contains(type)))
        {
            connection.Send(isCombined ? $"{{\"stream\":\"{key}\",\"data\":{text}}}" : text);
        }
    }

    // Each event begins with its type.
    static string TypeOf(string text) => text.Split('"', 5) is [_, "e", _, var type, ..] ? type : "";
}
