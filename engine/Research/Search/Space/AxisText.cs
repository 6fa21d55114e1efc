namespace Workbench.Research.Search;

/// <summary>Reads axes: the words of <c>--set</c> in a search, with or without what the script says of the setting.</summary>
static class AxisText
{
    const string Dots = "..";

    /// <summary>Above this the places on an axis are no longer whole numbers to a double.</summary>
    const decimal MostValues = 1e15m;

    public static Axis Read(string text, ParameterInfo? parameter)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1 || text[(equals + 1)..].Trim().Length == 0)
        {
            throw SearchErrors.BadAxis(text, "it is no name=values");
        }

        var (name, values) = (parameter?.Name ?? text[..equals].Trim(), text[(equals + 1)..].Trim());
        return !IsRange(values) ? List(text, name, values, parameter)
            : values == Dots && parameter is { Choices.Count: > 0 } ? Own(parameter)
            : Range(text, name, values, parameter);
    }

    public static Axis Own(ParameterInfo parameter) => parameter.Choices.Count > 0
        ? new ListAxis(parameter.Name, parameter.Choices, isOrdered: false)
        : Range($"{parameter.Name}={Dots}", parameter.Name, Dots, parameter);

    // A list may hold spans of time, which have dots too.
    static bool IsRange(string values) => values.Contains(Dots, StringComparison.Ordinal) && !values.Contains(',', StringComparison.Ordinal);

    static ListAxis List(string text, string name, string values, ParameterInfo? parameter)
    {
        string[] texts = [.. values.Split(',', StringSplitOptions.TrimEntries).Select(value => Canonical(text, value, parameter))];
        var twice = texts.GroupBy(value => value, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? new ListAxis(name, texts, parameter?.Type == nameof(BarSpec))
            : throw SearchErrors.BadAxis(text, $"{twice.Key} is in it twice");
    }

    static string Canonical(string text, string value, ParameterInfo? parameter)
    {
        if (value.Length == 0)
        {
            throw SearchErrors.BadAxis(text, "it has an empty value");
        }

        if (parameter is null)
        {
            return AxisNumber.TryRead(value, out var number) ? AxisNumber.Spell(number) : value;
        }

        return parameter.Choices.Count > 0 ? Choice(value, parameter) : parameter.Type switch
        {
            "int" or "long" or "decimal" or "double" => AxisNumber.Spell(Checked(value, parameter)),
            nameof(BarSpec) => BarSpec.TryParse(value, null, out var bars) ? bars.ToString() : throw SearchErrors.NoValue(parameter, value),
            _ => value,
        };
    }

    static string Choice(string value, ParameterInfo parameter) =>
        parameter.Choices.FirstOrDefault(choice => choice.Equals(value, StringComparison.OrdinalIgnoreCase)) ?? throw SearchErrors.NoValue(parameter, value);

    static Axis Range(string text, string name, string values, ParameterInfo? parameter)
    {
        var ends = values.Split(Dots);
        var words = ends[^1].Split(':', StringSplitOptions.TrimEntries);
        if (ends.Length != 2 || words.Length > 3)
        {
            throw SearchErrors.BadAxis(text, "a range has two ends");
        }

        var (low, high) = (ends[0].Trim(), words[0]);
        var from = End(text, low, parameter?.Min, parameter);
        var to = End(text, high, parameter?.Max, parameter);
        var scale = words.Skip(1).FirstOrDefault(word => word is "log" or "linear");
        var steps = words.Skip(1).Where(word => word is not ("log" or "linear")).ToArray();
        if (steps.Length > 1 || words.Length - 1 - steps.Length > 1)
        {
            throw SearchErrors.BadAxis(text, "a range has one step and one scale");
        }

        var step = steps.Length == 1 ? Step(text, steps[0]) : OwnStep(parameter, low + high, from, to);
        return Range(text, name, (from, to, step), Scale(text, scale, from, to, isFree: step == 1m && steps.Length == 0), IsWhole(parameter));
    }

    static Axis Range(string text, string name, (decimal From, decimal To, decimal? Step) range, bool isLog, bool isWhole)
    {
        var (from, to, step) = range;
        if (to < from)
        {
            throw SearchErrors.BadAxis(text, "its end is below its beginning");
        }

        if (isWhole && (from != decimal.Truncate(from) || step is not { } by || by != decimal.Truncate(by)))
        {
            throw SearchErrors.BadAxis(text, $"{name} is a whole number");
        }

        if (step is null && from < to)
        {
            return new RealAxis(name, from, to, isLog);
        }

        var each = step ?? 1m;
        return new StepAxis(name, from, each, Count(text, from, to, each), isLog);
    }

    static long Count(string text, decimal from, decimal to, decimal step)
    {
        // As doubles first: the quotient of two sound decimals may be none.
        var steps = ((double)to - (double)from) / (double)step;
        return steps < (double)MostValues ? (long)((to - from) / step) + 1 : throw SearchErrors.BadAxis(text, "it has more than 10^15 values");
    }

    static bool Scale(string text, string? word, decimal from, decimal to, bool isFree) => word switch
    {
        "log" => from > 0m ? true : throw SearchErrors.BadAxis(text, "a log scale begins above zero"),
        "linear" => false,

        // Whole numbers over a decade are lengths: from 5 to 10 matters as much as from 250 to 500. Who writes a step has chosen even ones.
        _ => isFree && from >= 1m && to / from >= 10m,
    };

    static decimal End(string text, string end, double? own, ParameterInfo? parameter)
    {
        if (end.Length > 0)
        {
            return parameter is not null ? Checked(end, parameter)
                : AxisNumber.TryRead(end, out var value) ? value : throw SearchErrors.BadAxis(text, $"'{end}' is no number");
        }

        return own is { } known && Math.Abs(known) < 1e28 ? (decimal)known : throw SearchErrors.NoOwnRange(text, parameter);
    }

    static decimal Step(string text, string word) =>
        AxisNumber.TryRead(word, out var step) && step > 0m ? step : throw SearchErrors.BadAxis(text, $"'{word}' is no step");

    // Without a step whole ends go by one, as they always did; a decimal point asks for all that lies between.
    static decimal? OwnStep(ParameterInfo? parameter, string ends, decimal from, decimal to) =>
        parameter?.Step is { } own and > 0d and < 1e28 ? (decimal)own
        : IsWhole(parameter) ? 1m
        : ends.Contains('.', StringComparison.Ordinal) || from != decimal.Truncate(from) || to != decimal.Truncate(to) ? null
        : ends.Length == 0 ? null
        : 1m;

    static bool IsWhole(ParameterInfo? parameter) => parameter?.Type is "int" or "long";

    static decimal Checked(string value, ParameterInfo parameter)
    {
        var isNumber = AxisNumber.TryRead(value, out var number);
        var isKind = !IsWhole(parameter) || number == decimal.Truncate(number);
        return isNumber && isKind && !((double)number < parameter.Min) && !((double)number > parameter.Max)
            ? number : throw SearchErrors.NoValue(parameter, value);
    }
}
