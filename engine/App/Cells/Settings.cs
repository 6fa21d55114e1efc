using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Workbench.App.Cells;

/// <summary>Parameters as cells write them, turned into the <c>name=value</c> of the command line.</summary>
static class Settings
{
    /// <summary>From <c>"fast=5 slow=20"</c>, from <c>new { fast = 5, slow = 20 }</c>, or from a list of <c>name=value</c>.</summary>
    public static IReadOnlyList<string> Of(object? set) => set switch
    {
        null => [],
        string text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        IEnumerable<string> settings => [.. settings],
        IEnumerable => throw CellErrors.BadSettings(set.GetType()),
        _ => [.. set.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => $"{property.Name}={Text(property.GetValue(set))}")],
    };

    static string Text(object? value) => value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
