using System.Globalization;
using System.Text.Json;

namespace Workbench.Research;

/// <summary>One parameter of the strategy as the run used it, kept as JSON spells it, so that reading and writing change nothing.</summary>
/// <param name="Name">Its name in JSON and on the command line.</param>
/// <param name="Json">Its value as a JSON literal: <c>10</c>, <c>true</c>, <c>"1m"</c>.</param>
public sealed record RunParameter(string Name, string Json)
{
    /// <summary>The value as a person writes it: without quotation marks.</summary>
    public string Text => Json.StartsWith('"') ? JsonDocument.Parse(Json).RootElement.GetString()! : Json;

    /// <summary>A parameter from its value: numbers and truth stay bare, all else is text.</summary>
    public static RunParameter Of(string name, object? value) => new(name, value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        double number when !double.IsFinite(number) => Quoted(number),
        byte or short or int or long or decimal or double or float => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => Quoted(value),
    });

    static string Quoted(object value) =>
        "\"" + JsonEncodedText.Encode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "") + "\"";
}
