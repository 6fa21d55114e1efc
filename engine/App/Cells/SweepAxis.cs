using System.Globalization;

namespace Workbench.App.Cells;

/// <summary>The values that a sweep tries for one parameter.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Values">Its values, as <c>--set</c> takes them, in order.</param>
public sealed record SweepAxis(string Name, IReadOnlyList<string> Values)
{
    const int Most = 100_000;

    /// <summary>Reads <c>fast=5..50:5</c> (a range with its step, both ends in), <c>fast=5,10,20</c> (a list) or <c>fast=5</c>.</summary>
    public static SweepAxis Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1 || equals == text.Length - 1)
        {
            throw CellErrors.BadAxis(text);
        }

        var (name, values) = (text[..equals].Trim(), text[(equals + 1)..]);
        return new SweepAxis(name, values.Contains("..", StringComparison.Ordinal) ? Range(text, values) : List(text, values));
    }

    static string[] List(string text, string values) =>
        values.Split(',', StringSplitOptions.TrimEntries) is var list && list.Contains("") ? throw CellErrors.BadAxis(text) : list;

    static string[] Range(string text, string values)
    {
        var ends = values.Split("..");
        var last = ends.Length == 2 ? ends[1].Split(':') : [];
        if (last.Length is not (1 or 2) || !Number(ends[0], out var from) || !Number(last[0], out var to) || !Number(last.Length == 2 ? last[1] : "1", out var step) || step <= 0m || to < from)
        {
            throw CellErrors.BadAxis(text);
        }

        if (((double)to - (double)from) / (double)step is var steps and > Most)
        {
            throw CellErrors.TooManyVariants((long)Math.Min(steps, long.MaxValue / 2), Sweep.MostVariants);
        }

        // Decimals, so that 0.1 steps meet their end.
        return [.. Enumerable.Range(0, (int)((to - from) / step) + 1).Select(i => (from + i * step).ToString(CultureInfo.InvariantCulture))];
    }

    static bool Number(string text, out decimal value) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
