using System.Text.Json;
using Workbench.Brokers.Links;
using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>Reads a connection message by message until it ends.</summary>
static class BinanceReading
{
    /// <summary>The venue cuts a connection after 24 hours: we go first, at a moment of our own.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(23.5);

    /// <summary>Reads until the other side closes, the connection is old, or a message asks for a new one.</summary>
    /// <param name="socket">What is read.</param>
    /// <param name="time">Clock of the connection's life.</param>
    /// <param name="hear">Takes a message in; false where the connection has to be made anew.</param>
    /// <param name="deaf">Is told of a message that could not be read: what it said is lost.</param>
    public static async Task Read(Socket socket, TimeProvider time, Func<ReadOnlyMemory<byte>, bool> hear, Action<string> deaf)
    {
        var end = time.GetUtcNow() + Life;
        while (time.GetUtcNow() < end && await socket.Receive().ConfigureAwait(false) is { } message)
        {
            try
            {
                if (!hear(message))
                {
                    return;
                }
            }
            catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException or ArgumentException or OverflowException)
            {
                deaf($"a message does not parse: {unreadable.GetType().Name}");
            }
        }
    }

    /// <summary>Whether an event says that the connection will be closed: a new one is made before that.</summary>
    public static bool IsFarewell(string? name) => name is "serverShutdown" or "!serverShutdown" or "eventStreamTerminated" or "listenKeyExpired";

    /// <summary>A field as text; null where it is not there.</summary>
    public static string? Word(JsonElement json, string field) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A message without the wrapping that it may have.</summary>
    public static JsonElement Unwrapped(JsonElement json, string wrapping) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(wrapping, out var inner) ? inner : json;
}
