namespace Workbench.Research;

/// <summary>What can go wrong with figures, tables and columns in a notebook, each with its code.</summary>
public static class ChartErrors
{
    public static WorkbenchException LengthsDiffer(string what, int first, string other, int second) => new(
        "WB4200", ExitCode.Usage, FormattableString.Invariant($"{what} has {first} values and {other} {second}: each needs its partner."));

    public static WorkbenchException NotDrawable(Type type) => new(
        "WB4201", ExitCode.Usage, $"{type.Name} is no value that an axis can show: take DateTime, a number or a string.");

    public static WorkbenchException NotANumber(Type type) => new(
        "WB4202", ExitCode.Usage, $"{type.Name} is no number: take double, decimal or a whole number.");

    public static WorkbenchException TooMany(string what, long count, long most) => new(
        "WB4203", ExitCode.Usage, FormattableString.Invariant($"{count:N0} {what} are more than a figure can show ({most:N0}): take fewer or larger ones."));

    public static WorkbenchException Nothing(string what) => new(
        "WB4204", ExitCode.Usage, $"There is nothing to show: {what}.");

    public static WorkbenchException NoCandles(string runId, string? symbol) => new(
        "WB4205", ExitCode.NotFound, symbol is null ? $"Run {runId} kept no candles." : $"Run {runId} kept no candles of {symbol}.");

    public static WorkbenchException AxesDiffer(string first, string second) => new(
        "WB4206", ExitCode.Usage, $"One x axis cannot show {first} and {second}: draw them beside each other with Charts.Grid.");

    public static WorkbenchException TooManyEvents(string symbol, int most) => new(
        "WB4207", ExitCode.Usage, FormattableString.Invariant($"{symbol} has more than {most:N0} events in this range: take a shorter one, or say most: as many as memory holds."));

    public static WorkbenchException BadArgument(string name, string rule, double value) => new(
        "WB4208", ExitCode.Usage, FormattableString.Invariant($"{name} must be {rule}, not {value}."));

    public static WorkbenchException NoColumn(string name, IEnumerable<string> there) => new(
        "WB4209", ExitCode.NotFound, $"There is no column {name}; there are {string.Join(", ", there)}.");
}
