using System.Globalization;

namespace Workbench.Research.Compare;

/// <summary>An axis of a search as a map shows it: a handful of values, or bins where there are more.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Labels">What stands at each place.</param>
/// <param name="IsNumeric">Whether its values are numbers.</param>
public sealed record AxisView(string Name, IReadOnlyList<string> Labels, bool IsNumeric)
{
    /// <summary>More places than this nobody reads.</summary>
    const int MostPlaces = 20;

    /// <summary>For each variant its place on the axis; -1 where it has no value on it.</summary>
    internal int[] Places { get; init; } = [];

    /// <summary>For each variant where it lies between the ends, 0 to 1; NaN where it has no value.</summary>
    internal double[] Heights { get; init; } = [];

    /// <summary>An axis from each variant's value on it.</summary>
    internal static AxisView Of(string name, IReadOnlyList<string?> values)
    {
        List<string> distinct = [.. values.OfType<string>().Distinct(StringComparer.Ordinal)];
        var numbers = distinct.ToDictionary(text => text, Parse, StringComparer.Ordinal);
        if (distinct.Exists(text => numbers[text] is null))
        {
            return Listed(name, values, [.. distinct.OrderBy(Seconds).ThenBy(text => text, StringComparer.Ordinal)], false);
        }

        List<string> rising = [.. distinct.OrderBy(text => numbers[text])];
        return rising.Count <= MostPlaces ? Listed(name, values, rising, true) : Binned(name, values, numbers);
    }

    static AxisView Listed(string name, IReadOnlyList<string?> values, List<string> labels, bool isNumeric)
    {
        var places = values.Select(value => value is null ? -1 : labels.IndexOf(value)).ToArray();
        return new AxisView(name, labels, isNumeric)
        {
            Places = places,
            Heights = [.. places.Select(place => place < 0 ? double.NaN : labels.Count == 1 ? 0.5 : (double)place / (labels.Count - 1))],
        };
    }

    /// <summary>Bins of one width; of one ratio where the values span more than two powers of ten, as lengths and periods do.</summary>
    static AxisView Binned(string name, IReadOnlyList<string?> values, Dictionary<string, double?> numbers)
    {
        var (low, high) = (numbers.Values.Min()!.Value, numbers.Values.Max()!.Value);
        var isLog = low > 0d && high / low > 100d;
        double Height(double value) => isLog ? Math.Log(value / low) / Math.Log(high / low) : (value - low) / (high - low);
        double Edge(int bin) => isLog ? low * Math.Pow(high / low, (double)bin / MostPlaces) : low + (high - low) * bin / MostPlaces;
        var heights = values.Select(value => value is null ? double.NaN : Height(numbers[value]!.Value)).ToArray();
        return new AxisView(name, [.. Enumerable.Range(0, MostPlaces).Select(bin => string.Create(CultureInfo.InvariantCulture, $"{Edge(bin):0.###}–{Edge(bin + 1):0.###}"))], true)
        {
            Places = [.. heights.Select(height => double.IsNaN(height) ? -1 : Math.Min(MostPlaces - 1, (int)(height * MostPlaces)))],
            Heights = heights,
        };
    }

    /// <summary>A length of time such as <c>15m</c>, so that it stands between 5m and 1h; what is none stays in the order of its letters.</summary>
    static double Seconds(string text) => text.Length > 1 && Parse(text[..^1]) is { } count
        ? count * text[^1] switch { 's' => 1d, 'm' => 60d, 'h' => 3_600d, 'd' => 86_400d, _ => 0d }
        : 0d;

    static double? Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
