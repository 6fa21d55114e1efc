using System.Text.Json;
using System.Text.Unicode;

namespace Workbench.Data.Importers.Text;

/// <summary>A vendor's JSON answer, whole in memory: such answers are some hundred kilobytes.</summary>
static class JsonFile
{
    const int Largest = 128 << 20;

    /// <summary>Reads and checks it; null where the file is empty.</summary>
    public static JsonDocument? Read(string path)
    {
        var length = new FileInfo(path).Length;
        if (length > Largest)
        {
            throw ImportErrors.BadJson(path, FormattableString.Invariant($"it has {length} bytes, too many for an answer of an API"));
        }

        try
        {
            var bytes = File.ReadAllBytes(path);
            return bytes.Length == 0 ? null : Utf8.IsValid(bytes) ? JsonDocument.Parse(bytes) : throw ImportErrors.BadJson(path, "its bytes are no UTF-8 text");
        }
        catch (JsonException broken)
        {
            throw ImportErrors.BadJson(path, broken.Message);
        }
    }

    /// <summary>A number's digits as they stand, so that no binary fraction comes in between.</summary>
    public static bool TryRead(JsonElement element, int scale, out long raw, out bool isExact)
    {
        (raw, isExact) = (0, true);
        return element.ValueKind == JsonValueKind.Number
            && DecimalText.TryRead(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(element), scale, out raw, out isExact);
    }
}
