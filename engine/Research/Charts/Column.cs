using System.Globalization;
using System.Text.Json.Nodes;

namespace Workbench.Research;

/// <summary>The values of one axis, whatever a cell gave: instants as Unix milliseconds, numbers, or names.</summary>
sealed record Column(AxisKind Kind, double[] Numbers, string[] Names)
{
    public int Count => Kind == AxisKind.Name ? Names.Length : Numbers.Length;

    /// <exception cref="WorkbenchException">WB4201 an axis cannot show values of that type.</exception>
    public static Column Of<T>(IEnumerable<T> values) => values switch
    {
        IEnumerable<string> names => OfNames(names),
        IEnumerable<DateTime> times => OfTimes(times),
        IEnumerable<DateTimeOffset> times => OfTimes(times.Select(time => time.UtcDateTime)),
        IEnumerable<DateOnly> days => OfTimes(days.Select(day => day.ToDateTime(TimeOnly.MinValue))),
        _ when typeof(T).IsEnum => OfNames(values.Select(value => value!.ToString()!)),
        _ => IsNumber(typeof(T)) ? new Column(AxisKind.Number, NumbersOf(values), []) : throw ChartErrors.NotDrawable(typeof(T)),
    };

    /// <summary>Unix milliseconds.</summary>
    public static Column OfMilliseconds(IEnumerable<long> times) => new(AxisKind.Time, [.. times.Select(time => (double)time)], []);

    public static Column OfNames(IEnumerable<string> names) => new(AxisKind.Name, [], [.. names]);

    /// <summary>The numbers of a column of values; NaN for what is missing or infinite, which figures show as a gap.</summary>
    /// <exception cref="WorkbenchException">WB4202 they are no numbers.</exception>
    public static double[] NumbersOf<T>(IEnumerable<T> values)
    {
        if (!IsNumber(typeof(T)))
        {
            throw ChartErrors.NotANumber(typeof(T));
        }

        double[] numbers = values switch
        {
            IEnumerable<double> doubles => [.. doubles],
            IEnumerable<decimal> decimals => [.. decimals.Select(value => (double)value)],
            _ => [.. values.Select(value => value is null ? double.NaN : Convert.ToDouble(value, CultureInfo.InvariantCulture))],
        };
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = double.IsFinite(numbers[i]) ? numbers[i] : double.NaN;
        }

        return numbers;
    }

    /// <summary>The values at those places, in their order.</summary>
    public Column At(IReadOnlyList<int> places) => Kind == AxisKind.Name
        ? this with { Names = [.. places.Select(at => Names[at])] }
        : this with { Numbers = [.. places.Select(at => Numbers[at])] };

    public JsonArray ToJson() => Kind == AxisKind.Name ? Json(Names) : Json(Numbers);

    /// <summary>JSON has no word for what is not a number: null, which figures show as a gap.</summary>
    public static JsonArray Json(IEnumerable<double> numbers) =>
        [.. numbers.Select(number => double.IsFinite(number) ? JsonValue.Create(number) : null)];

    public static JsonArray Json(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    static Column OfTimes(IEnumerable<DateTime> times) =>
        new(AxisKind.Time, [.. times.Select(time => UtcNanos.From(time) / (double)UtcNanos.Millisecond)], []);

    static bool IsNumber(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) is >= TypeCode.SByte and <= TypeCode.Decimal
        && !(Nullable.GetUnderlyingType(type) ?? type).IsEnum;
}
