using System.Globalization;
using System.Text.Json;

namespace Workbench.Simulators.Oanda;

/// <summary>The fields of a request, read as the venue reads them: numbers as strings or as numbers, null as if it were not there.</summary>
/// <param name="element">The object.</param>
/// <param name="path">Where it stands in the request, for the error text.</param>
readonly struct JsonFields(JsonElement element, string path)
{
    public static JsonFields Of(JsonElement element, string path) =>
        element.ValueKind == JsonValueKind.Object ? new(element, path) : throw BadRequestException.Invalid(path);

    public bool IsThere(string name) => element.TryGetProperty(name, out _);

    public JsonFields? Object(string name) => Value(name) is { } value ? Of(value, Path(name)) : null;

    public string? Text(string name) => Value(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
        _ => throw BadRequestException.Invalid(Path(name)),
    };

    public decimal? Decimal(string name) => Text(name) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
        : throw BadRequestException.Invalid(Path(name));

    public long? ID(string name) => Text(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
        : throw BadRequestException.Invalid(Path(name));

    public OandaTime? Time(string name) => Text(name) is not { } text ? null
        : OandaTime.TryParse(text, out var value) ? value
        : throw BadRequestException.Invalid(Path(name));

    public T? Word<T>(string name) where T : struct, Enum => Text(name) is not { } text ? null
        : Enum.GetValues<T>().Cast<T?>().FirstOrDefault(each => JsonNamingPolicy.SnakeCaseUpper.ConvertName(each.ToString()!) == text)
            ?? throw BadRequestException.Invalid(Path(name));

    JsonElement? Value(string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    string Path(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
