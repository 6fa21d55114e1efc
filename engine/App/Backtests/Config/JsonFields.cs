using System.Text.Json;

namespace Workbench.App;

/// <summary>The fields of one object of a configuration: each is asked for by name, and one that nobody asked for is an error.</summary>
sealed class JsonFields(JsonElement json, string config, string name)
{
    readonly HashSet<string> asked = new(StringComparer.Ordinal);

    /// <summary>The configuration's path.</summary>
    public string Config => config;

    /// <summary>What an error calls the object, such as <c>swap.EURUSD</c>.</summary>
    public string Name => name;

    /// <summary>A field as it stands; null where there is none.</summary>
    public JsonElement? Find(string field)
    {
        asked.Add(field);
        return json.ValueKind != JsonValueKind.Object ? throw CliErrors.BadConfig(config, $"{name} is an object.")
            : json.TryGetProperty(field, out var value) ? value : null;
    }

    /// <summary>A number.</summary>
    public decimal Number(string field, decimal otherwise, Predicate<decimal> fits, string needs) =>
        NumberOr(field) is not { } number ? otherwise
            : fits(number) ? number : throw CliErrors.BadConfig(config, $"{name}.{field}: {needs}.");

    /// <summary>A number of any sign; null where there is none.</summary>
    public decimal? NumberOr(string field) => Find(field) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : throw CliErrors.BadConfig(config, $"{name}.{field} is no number.");

    /// <summary>A word out of a list.</summary>
    public T Word<T>(string field, T otherwise, params (string Word, T Meaning)[] words)
    {
        if (Find(field) is not { } value)
        {
            return otherwise;
        }

        foreach (var (word, meaning) in words)
        {
            if (value.ValueKind == JsonValueKind.String && value.GetString() == word)
            {
                return meaning;
            }
        }

        throw CliErrors.BadConfig(config, $"{name}.{field} is '{value}'; known are {string.Join(", ", words.Select(word => word.Word))}.");
    }

    /// <summary>True or false.</summary>
    public bool Flag(string field) => Find(field) is { } value
        && (value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw CliErrors.BadConfig(config, $"{name}.{field} is neither true nor false."));

    /// <summary>The fields of an object within, each by its own name.</summary>
    public IEnumerable<(string Key, JsonFields Fields)> Objects(string field) =>
        Find(field) is { } value ? Each(value, config, $"{name}.{field}") : [];

    /// <summary>The entries of an object as objects.</summary>
    public static IEnumerable<(string Key, JsonFields Fields)> Each(JsonElement json, string config, string name) =>
        json.ValueKind == JsonValueKind.Object
            ? json.EnumerateObject().Select(entry => (entry.Name, new JsonFields(entry.Value, config, $"{name}.{entry.Name}")))
            : throw CliErrors.BadConfig(config, $"{name} is an object.");

    /// <summary>Refuses fields that nobody asked for: a misspelt one would silently be nothing.</summary>
    public void Done()
    {
        foreach (var field in json.EnumerateObject())
        {
            if (!asked.Contains(field.Name))
            {
                throw CliErrors.BadConfig(config, $"{name} has no '{field.Name}'; known are {string.Join(", ", asked.Order(StringComparer.Ordinal))}.");
            }
        }
    }
}
