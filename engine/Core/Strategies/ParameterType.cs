using System.Globalization;

namespace Workbench.Core;

/// <summary>Reads and writes the values of parameters: invariant culture, UTC, and one text for each value.</summary>
static class ParameterType
{
    /// <summary>Whether a property of that type can be a parameter.</summary>
    public static bool IsKnown(Type type) => type.IsEnum || NameOf(type) != type.Name || type == typeof(BarSpec) || type == typeof(TimeSpan) || type == typeof(DateTime);

    /// <summary>The type in a script's words.</summary>
    public static string NameOf(Type type) =>
        type == typeof(int) ? "int"
        : type == typeof(long) ? "long"
        : type == typeof(decimal) ? "decimal"
        : type == typeof(double) ? "double"
        : type == typeof(bool) ? "bool"
        : type == typeof(string) ? "string"
        : type.Name;

    /// <summary>The values to choose from, where they can be counted on the fingers.</summary>
    public static IReadOnlyList<string> ChoicesOf(Type type) =>
        type == typeof(bool) ? ["true", "false"]
        : type.IsEnum ? Enum.GetNames(type)
        : [];

    /// <summary>What a value of the type looks like, for an error's words.</summary>
    public static string Expected(Type type) =>
        type == typeof(int) || type == typeof(long) ? "a whole number"
        : type == typeof(decimal) || type == typeof(double) ? "a number such as 1.5"
        : type == typeof(BarSpec) ? "a timeframe such as tick, 30s, 5m, 1h or 1d"
        : type == typeof(TimeSpan) ? "a time span such as 08:30:00"
        : type == typeof(DateTime) ? "a UTC time such as 2024-03-11T08:00:00Z"
        : "one of " + string.Join(", ", ChoicesOf(type));

    /// <summary>The value a text stands for, or null where it stands for none.</summary>
    public static object? Read(Type type, string text)
    {
        var invariant = CultureInfo.InvariantCulture;
        if (type == typeof(string))
        {
            return text;
        }

        text = text.Trim();
        return type == typeof(int) ? (int.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var whole) ? whole : null)
            : type == typeof(long) ? (long.TryParse(text, NumberStyles.AllowLeadingSign, invariant, out var big) ? big : null)
            : type == typeof(decimal) ? (decimal.TryParse(text, NumberStyles.Float, invariant, out var money) ? money : null)
            : type == typeof(double) ? (double.TryParse(text, NumberStyles.Float, invariant, out var number) && double.IsFinite(number) ? number : null)
            : type == typeof(bool) ? (bool.TryParse(text, out var truth) ? truth : null)
            : type == typeof(BarSpec) ? (BarSpec.TryParse(text, invariant, out var bars) ? bars : null)
            : type == typeof(TimeSpan) ? (TimeSpan.TryParse(text, invariant, out var span) && text.Contains(':', StringComparison.Ordinal) ? span : null)
            : type == typeof(DateTime) ? ReadTime(text)
            : ReadName(type, text);
    }

    /// <summary>The one text for a value: the same for 1.0 and 1.00, and under every culture.</summary>
    public static string Write(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        decimal money => Plain(money),
        double number => number == 0d ? "0" : number.ToString("R", CultureInfo.InvariantCulture),
        DateTime time => UtcNanos.ToIso(UtcNanos.From(time)),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>The value as a number, for comparing with bounds; null for what is none.</summary>
    public static double? Number(object? value) => value switch
    {
        int whole => whole,
        long big => big,
        decimal money => (double)money,
        double number => number,
        _ => null,
    };

    static string Plain(decimal money)
    {
        // Dividing by one with all its zeros takes a decimal's trailing zeros off.
        var text = (money / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    static object? ReadTime(string text) => DateTime.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    // Names only: a number would also be taken by Enum.Parse, even one that stands for nothing.
    static object? ReadName(Type type, string text)
    {
        foreach (var name in Enum.GetNames(type))
        {
            if (string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
            {
                return Enum.Parse(type, name);
            }
        }

        return null;
    }
}
