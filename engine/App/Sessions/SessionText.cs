using System.Text.Json;

namespace Workbench.App;

/// <summary>Lines for people about a status document.</summary>
static class SessionText
{
    /// <summary>What is not flat: orders that work, positions that are held.</summary>
    public static IReadOnlyList<string> Open(JsonElement status) =>
    [
        .. status.GetProperty("orders").EnumerateArray().Select(order => $"order {Text(order, "id")} ({Text(order, "side")} {Text(order, "qty")} {Text(order, "symbol")})"),
        .. status.GetProperty("positions").EnumerateArray().Where(held => Text(held, "qty") != "0").Select(held => $"{Text(held, "qty")} {Text(held, "symbol")}"),
    ];

    /// <summary>A text of it.</summary>
    public static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? "";
}
