using System.Net;
using System.Text.Json;

namespace Workbench.Simulators.Tests.Oanda;

/// <summary>An answer as it came.</summary>
sealed record Told(HttpStatusCode Code, JsonElement Body, IReadOnlyDictionary<string, string> Headers)
{
    public int Status => (int)Code;

    /// <summary>A field by its path with points, as text; null where it is not there.</summary>
    public string? this[string path] => At(Body, path) is not { } found ? null
        : found.ValueKind == JsonValueKind.String ? found.GetString() : found.GetRawText();

    public bool Has(string path) => At(Body, path) is not null;

    public int Count(string path) => At(Body, path)?.GetArrayLength() ?? 0;

    /// <summary>A field of each element of a list.</summary>
    public IReadOnlyList<string?> Each(string list, string field) =>
        At(Body, list)!.Value.EnumerateArray().Select(each => At(each, field)?.ToString()).ToList();

    public static JsonElement? At(JsonElement from, string path)
    {
        var at = from;
        foreach (var name in path.Split('.'))
        {
            if (int.TryParse(name, out var index) && at.ValueKind == JsonValueKind.Array && index < at.GetArrayLength())
            {
                at = at[index];
            }
            else if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return at;
    }
}
