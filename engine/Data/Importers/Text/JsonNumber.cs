using System.Runtime.InteropServices;
using System.Text.Json;

namespace Workbench.Data.Importers.Text;

/// <summary>Numbers of vendors that write some of them as texts.</summary>
static class JsonNumber
{
    /// <summary>The digits as they stand, quoted or not, so that no binary fraction comes in between.</summary>
    public static bool TryRead(JsonElement element, int scale, out long raw, out bool isExact)
    {
        (raw, isExact) = (0, true);
        return element.ValueKind switch
        {
            JsonValueKind.Number => DecimalText.TryRead(JsonMarshal.GetRawUtf8Value(element), scale, out raw, out isExact),
            JsonValueKind.String => DecimalText.TryRead(JsonMarshal.GetRawUtf8Value(element)[1..^1], scale, out raw, out isExact),
            _ => false,
        };
    }

    /// <summary>A member, or an undefined element where it is not there.</summary>
    public static JsonElement Member(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var member) ? member : default;
}
