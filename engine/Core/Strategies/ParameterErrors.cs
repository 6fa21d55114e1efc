using System.Globalization;

namespace Workbench.Core;

/// <summary>Everything that can be wrong with a strategy's parameters: WB31xx. What a caller typed ends with exit 2, what a script declares with exit 5.</summary>
static class ParameterErrors
{
    public static WorkbenchException NoEqualsSign(string setting) => Usage(
        "WB3101", $"'{setting}' sets no parameter: write name=value.", "--set fast=10");

    public static WorkbenchException Unknown(string name, string strategy, IReadOnlyList<string> known)
    {
        var message = known.Count == 0 ? $"{strategy} has no parameters, so none called '{name}'." : $"{strategy} has no parameter '{name}'";
        if (known.Count == 0)
        {
            return Usage("WB3102", message, $"the same command without --set {name}=…");
        }

        return Closest.To(name, known) is { } meant
            ? Usage("WB3102", $"{message}; did you mean '{meant}'?", $"--set {meant}=…")
            : Usage("WB3102", $"{message}; it has {string.Join(", ", known)}.", "./run.sh params FILE.csx");
    }

    public static WorkbenchException Twice(string name) => Usage(
        "WB3103", $"The parameter '{name}' is set twice.", "the same command with one of them");

    public static WorkbenchException Unreadable(ParameterInfo parameter, string value, string expected) => Usage(
        "WB3104", $"'{value}' is no value for the parameter '{parameter.Name}', which is {expected}.", $"--set {parameter.Name}={parameter.Default}");

    public static WorkbenchException OutOfRange(ParameterInfo parameter, string value) => Usage(
        "WB3105", $"{parameter.Name}={value} is out of range: {RangeOf(parameter)}.", $"--set {parameter.Name}={parameter.Default}");

    public static WorkbenchException DefaultOutOfRange(string strategy, ParameterInfo parameter) => Declaration(
        "WB3106", $"{strategy}.{parameter.Property} starts as {parameter.Default}, which its own [Parameter] refuses: {RangeOf(parameter)}.");

    public static WorkbenchException UnknownType(string strategy, string property, Type type) => Declaration(
        "WB3107", $"{strategy}.{property} is a {type.Name}, which no parameter can be: take int, long, decimal, double, bool, string, BarSpec, TimeSpan, DateTime or an enum.");

    public static WorkbenchException NotSettable(string strategy, string property) => Declaration(
        "WB3108", $"{strategy}.{property} carries [Parameter] and cannot be set: write public … {property} {{ get; init; }}.");

    public static WorkbenchException SameName(string strategy, string name) => Declaration(
        "WB3109", $"{strategy} has two parameters called '{name}': capitals do not tell them apart.");

    public static WorkbenchException LocalTime(string strategy, string property) => Declaration(
        "WB3110", $"{strategy}.{property} starts as a local time: write new DateTime(…, DateTimeKind.Utc).");

    static string RangeOf(ParameterInfo parameter) => (parameter.Min, parameter.Max) switch
    {
        ({ } min, { } max) => Invariant($"{min} to {max} is allowed"),
        ({ } min, null) => Invariant($"at least {min} is allowed"),
        (null, { } max) => Invariant($"at most {max} is allowed"),
        _ => "a finite number is allowed",
    };

    static WorkbenchException Usage(string code, string message, string tryNext) => new(code, ExitCode.Usage, message, tryNext);

    static WorkbenchException Declaration(string code, string message) => new(code, ExitCode.Compile, message);

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
