using System.Globalization;
using System.Text.RegularExpressions;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Writes a script with other defaults: <c>Fast { get; init; } = 10;</c> becomes <c>Fast { get; init; } = 12;</c>. Whether it then does what its settings do is for a backtest to prove.</summary>
static class ScriptDefaults
{
    /// <summary>The text with those values as defaults.</summary>
    /// <exception cref="WorkbenchException">WB4444: a parameter is not written in a way that can be replaced.</exception>
    public static string Replace(string path, string text, ParameterValues values, IReadOnlyList<ParameterInfo> infos)
    {
        foreach (var (info, value) in infos.Zip(values.Texts).Where(each => each.First.Default != each.Second.Value).Select(each => (each.First, each.Second.Value)))
        {
            var declared = new Regex($@"(\b{Regex.Escape(info.Property)}\s*\{{[^{{}}]*\}})(\s*=\s*[^;]+;)?");
            if (declared.Count(text) != 1)
            {
                throw EvolveErrors.CannotBeWritten(path, $"{info.Property} is not declared as 'public {info.Type} {info.Property} {{ get; init; }} = …;'.");
            }

            text = declared.Replace(text, match => $"{match.Groups[1].Value} = {Literal(path, info, value)};");
        }

        return text;
    }

    static string Literal(string path, ParameterInfo info, string value) => info.Type switch
    {
        "int" or "bool" => value,
        "long" => value + "L",
        "decimal" => value + "m",
        "double" => value.Contains('.', StringComparison.Ordinal) || value.Contains('E', StringComparison.OrdinalIgnoreCase) ? value : value + ".0",
        "string" => "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"",
        nameof(BarSpec) => Bars(value),
        _ when info.Choices.Contains(value) => $"{info.Type}.{value}",
        _ => throw EvolveErrors.CannotBeWritten(path, $"{info.Property} is a {info.Type}."),
    };

    static string Bars(string value)
    {
        var (count, unit) = (value[..^1], value[^1]);
        return int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out _) && unit is 's' or 'm' or 'h'
            ? $"Bars.{(unit == 's' ? "Seconds" : unit == 'm' ? "Minutes" : "Hours")}({count})"
            : value == "1d" ? "Bars.Days()" : $"BarSpec.Parse(\"{value}\", null)";
    }
}
