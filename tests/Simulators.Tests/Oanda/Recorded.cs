using System.Text.Json;

namespace Workbench.Simulators.Tests.Oanda;

/// <summary>Answers that OANDA once gave, and how ours differ from them in shape.</summary>
static class Recorded
{
    public static JsonElement Answer(string file, string key) => Entry(file, key).GetProperty("response");

    public static JsonElement Body(string file, string key) => Entry(file, key).GetProperty("body");

    /// <summary>Fields of a recorded answer that ours does not have, or has in another kind.</summary>
    public static IEnumerable<string> Missing(JsonElement recorded, JsonElement? ours, string path = "")
    {
        if (ours is not { } mine || (mine.ValueKind != recorded.ValueKind && !IsPlaceholder(recorded) && !AreFlags(recorded, mine)))
        {
            return [$"{path} ({recorded.ValueKind})"];
        }

        return recorded.ValueKind switch
        {
            JsonValueKind.Object => recorded.EnumerateObject().SelectMany(field => Missing(field.Value, Told.At(mine, field.Name), $"{path}.{field.Name}")),
            JsonValueKind.Array => recorded.EnumerateArray().SelectMany((each, at) => Nearest(each, mine, $"{path}[{at}]")),
            _ => [],
        };
    }

    // A list has to hold something of each recorded element's shape.
    static IEnumerable<string> Nearest(JsonElement recorded, JsonElement list, string path) =>
        list.EnumerateArray().Select(each => Missing(recorded, each, path).ToList()).OrderBy(missing => missing.Count).FirstOrDefault() ?? [path];

    static bool IsPlaceholder(JsonElement recorded) => recorded.ValueKind == JsonValueKind.String && recorded.GetString()!.StartsWith('<');

    static bool AreFlags(JsonElement one, JsonElement other) => Flag(one) && Flag(other);

    static bool Flag(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False;

    static JsonElement Entry(string file, string key) =>
        JsonDocument.Parse(File.ReadAllText(SharedData.Path($"brokers/oanda/{file}.json"))).RootElement.GetProperty(key);
}
