using System.Globalization;
using System.Text.Json;

namespace Workbench.Research;

/// <summary>The house's spellings in JSON: money as decimal strings, instants as ISO text, undefined numbers as null.</summary>
static class JsonOut
{
    public static void Money(this Utf8JsonWriter json, string name, decimal amount)
    {
        // 28 digits and a sign fit; trailing zeros say nothing about money.
        Span<char> text = stackalloc char[40];
        amount.TryFormat(text, out var length, "0.############################", CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }

    /// <summary>A name of an enumeration as JSON spells names, such as <c>trailingStop</c>.</summary>
    public static string Camel<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static void Time(this Utf8JsonWriter json, string name, long nanos) => json.WriteString(name, UtcNanos.ToIso(nanos));

    public static void Number(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void Strings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    public static void Array<T>(this Utf8JsonWriter json, string name, IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            write(json, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Numbers rounded for drawing; a hole is null.</summary>
    public static void Numbers(this Utf8JsonWriter json, string name, IReadOnlyList<double> values, int decimals)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < values.Count; i++)
        {
            if (double.IsFinite(values[i]))
            {
                json.WriteNumberValue(Math.Round(values[i], decimals));
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }

    /// <summary>Rising integers as the first and then the steps: a third of the size.</summary>
    public static void Steps(this Utf8JsonWriter json, string name, IReadOnlyList<long> values)
    {
        json.WriteStartArray(name);
        var before = 0L;
        for (var i = 0; i < values.Count; i++)
        {
            json.WriteNumberValue(values[i] - before);
            before = values[i];
        }

        json.WriteEndArray();
    }
}
