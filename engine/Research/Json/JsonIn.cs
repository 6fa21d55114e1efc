using System.Globalization;
using System.Text.Json;

namespace Workbench.Research;

/// <summary>Reads what <see cref="JsonOut"/> writes.</summary>
static class JsonIn
{
    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    public static long Long(this JsonElement json, string name) => json.GetProperty(name).GetInt64();

    public static int Int(this JsonElement json, string name) => json.GetProperty(name).GetInt32();

    public static double Double(this JsonElement json, string name) => json.GetProperty(name).GetDouble();

    public static bool Flag(this JsonElement json, string name) => json.GetProperty(name).GetBoolean();

    public static double? Number(this JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    public static decimal Money(this JsonElement json, string name) => decimal.Parse(json.Text(name), CultureInfo.InvariantCulture);

    /// <summary>Money of a field that older runs do not have.</summary>
    public static decimal MoneyOrNone(this JsonElement json, string name) => json.TryGetProperty(name, out _) ? json.Money(name) : 0m;

    /// <summary>A list that older runs do not have.</summary>
    public static IReadOnlyList<T> ArrayOrNone<T>(this JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out _) ? json.Array(name, read) : [];

    public static long Time(this JsonElement json, string name) => Time(json.Text(name));

    public static T Enum<T>(this JsonElement json, string name) where T : struct, Enum => System.Enum.Parse<T>(json.Text(name), ignoreCase: true);

    public static IReadOnlyList<string> Strings(this JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(item => item.GetString() ?? "")];

    public static IReadOnlyList<T> Array<T>(this JsonElement json, string name, Func<JsonElement, T> read) =>
        [.. json.GetProperty(name).EnumerateArray().Select(read)];

    public static IReadOnlyList<double> Numbers(this JsonElement json, string name) =>
        json.Array(name, item => item.ValueKind == JsonValueKind.Number ? item.GetDouble() : double.NaN);

    public static IReadOnlyList<long> Steps(this JsonElement json, string name)
    {
        var at = 0L;
        return json.Array(name, item => at += item.GetInt64());
    }

    /// <summary>The instant of an ISO text with up to nine fraction digits.</summary>
    static long Time(string iso)
    {
        // DateTime knows 100 ns; the two digits below are read apart.
        var dot = iso.IndexOf('.');
        var seconds = DateTime.ParseExact(dot < 0 ? iso : iso[..dot] + "Z", "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        var fraction = dot < 0 ? 0L : long.Parse(iso[(dot + 1)..^1].PadRight(9, '0'), CultureInfo.InvariantCulture);
        return UtcNanos.From(seconds) + fraction;
    }
}
