using System.Text.Json;

namespace Workbench.Scripting.Notebooks;

/// <summary>The fields of a part of a message. What is absent has a default; what is of another type than it must be is an error with the field's name.</summary>
/// <param name="type">The message's type, for the error.</param>
/// <param name="json">The part, an object.</param>
sealed class JupyterFields(string type, JsonElement json)
{
    /// <summary>Names and values, as they stand.</summary>
    public IEnumerable<JsonProperty> All => json.EnumerateObject();

    /// <summary>A text that must be there.</summary>
    public string Text(string name) => TextOrNone(name) ?? throw JupyterErrors.WrongField(type, name, "text");

    /// <summary>A text, or null where there is none.</summary>
    public string? TextOrNone(string name) => Find(name) is { } field ? Text(name, field) : null;

    /// <summary>A truth.</summary>
    public bool Flag(string name, bool otherwise) => Find(name) switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw JupyterErrors.WrongField(type, name, "true or false"),
    };

    /// <summary>A whole number.</summary>
    public int Number(string name, int otherwise) => Find(name) switch
    {
        null => otherwise,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var value) => value,
        _ => throw JupyterErrors.WrongField(type, name, "a whole number"),
    };

    /// <summary>An object; an empty one where there is none.</summary>
    public JupyterFields Fields(string name) => Find(name) switch
    {
        null => new JupyterFields(type, JsonDocument.Parse("{}").RootElement),
        { ValueKind: JsonValueKind.Object } fields => new JupyterFields(type, fields),
        _ => throw JupyterErrors.WrongField(type, name, "an object"),
    };

    /// <summary>The text of a value.</summary>
    public string Text(string name, JsonElement value)
    {
        try
        {
            return value.GetString() ?? throw JupyterErrors.WrongField(type, name, "text");
        }
        catch (InvalidOperationException)
        {
            // Another type, or half of a surrogate pair.
            throw JupyterErrors.WrongField(type, name, "text");
        }
    }

    JsonElement? Find(string name) => json.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null ? field : null;
}
