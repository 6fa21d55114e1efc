using System.Globalization;
using System.Text.Json;

namespace Workbench.Data.Importers.Notices;

/// <summary>An object of a vendor's list, and its place for messages.</summary>
/// <param name="file">The file.</param>
/// <param name="number">Its number in the list, from 1.</param>
/// <param name="element">The object.</param>
readonly struct JsonItem(string file, long number, JsonElement element)
{
    public string File => file;

    /// <summary>Its number in the list, from 1.</summary>
    public long Row => number;

    /// <summary>A member's text without spaces around; empty where it is missing, null, or no text.</summary>
    public string Text(string name) => Member(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!.Trim(),
        { ValueKind: JsonValueKind.Number } figure => figure.GetRawText(),
        _ => "",
    };

    /// <summary>A member's text that must be there.</summary>
    public string Needed(string name) => Text(name) is { Length: > 0 } text ? text : throw NoticeErrors.MissingMember(file, number, name);

    /// <summary>A member's number, written as such or as text; null where it is missing.</summary>
    public decimal? Number(string name) => Text(name) switch
    {
        "" => null,
        var text when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
        _ => throw NoticeErrors.MissingMember(file, number, name),
    };

    /// <summary>Objects of a member that is a list; none where it is missing.</summary>
    public IEnumerable<JsonItem> Items(string name)
    {
        var (from, at) = (file, number);
        return Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(each => new JsonItem(from, at, each)) : [];
    }

    /// <summary>Texts of a member that is a list; none where it is missing.</summary>
    public IEnumerable<string> Texts(string name) =>
        Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.String).Select(each => each.GetString()!) : [];

    JsonElement? Member(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;
}
