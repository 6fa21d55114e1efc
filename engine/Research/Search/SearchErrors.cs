using System.Globalization;
using System.Numerics;

namespace Workbench.Research.Search;

/// <summary>Everything that can be wrong with what is to be searched and how: WB4120–WB4139.</summary>
static class SearchErrors
{
    public static WorkbenchException BadAxis(string text, string why) => Usage(
        "WB4120", $"'{text}' is no axis: {why}.", "--set fast=5..50:5, --set x=0.1..2.5, --set length=5..500:log, or --set exit=Stop,Trail");

    public static WorkbenchException NoValue(ParameterInfo parameter, string value)
    {
        var near = Closest.To(value, parameter.Choices);
        return Usage("WB4121", $"{parameter.Name} cannot be '{value}': it is {Kind(parameter)}." + (near is null ? "" : $" Did you mean '{near}'?"), $"--set {parameter.Name}={near ?? parameter.Default}");
    }

    public static WorkbenchException NoOwnRange(string text, ParameterInfo? parameter) => Usage(
        "WB4122", $"'{text}' leaves out an end, and the script gives {(parameter is null ? "none" : $"{parameter.Name} none")}.",
        parameter is null ? "--set fast=5..50:5" : $"--set {parameter.Name}=5..50:5, or [Parameter(Min = …, Max = …)] in the script");

    public static WorkbenchException Twice(string name) => Usage("WB4123", $"{name} is set twice.", "the same command with one of them");

    public static WorkbenchException UnknownName(string text, int column, string name, IReadOnlyList<string> known)
    {
        var near = Closest.To(name, known);
        return Usage("WB4124", Invariant($"'{text}', column {column}: nothing is called '{name}'") + (near is null ? $"; there is {string.Join(", ", known)}." : $". Did you mean '{near}'?"), near ?? known.FirstOrDefault());
    }

    public static WorkbenchException BadFormula(string text, int column, string why, string example) => Usage(
        "WB4125", Invariant($"'{text}', column {column}: {why}."), example);

    public static WorkbenchException NoNumber(string text, string name) => Usage(
        "WB4126", $"'{text}' computes with {name}, whose values are no numbers.", $"the same command with {name} left out of the constraint");

    public static WorkbenchException TooMany(BigInteger count, BigInteger most) => Usage(
        "WB4127", $"The space has {Grouped(count)} points, and a grid may have {Grouped(most)}.", "coarser steps, such as fast=5..50:5, or --method sobol --trials 1024");

    public static WorkbenchException Contradiction(string constraints, string looked) => Usage(
        "WB4128", $"No point fulfils {constraints}: {looked}.", "another range, or one constraint less");

    public static WorkbenchException Continuous(string axis) => Usage(
        "WB4129", $"A grid cannot walk {axis}, which is continuous.", $"--set {axis}:STEP, or --method sobol --trials 1024");

    public static WorkbenchException BadStop(string text, string why) => Usage(
        "WB4130", $"'{text}' is no rule to stop by: {why}.", "--stop drawdown=0.3,ruin=0.5,noTradeBy=0.25");

    public static WorkbenchException TooLong(int trials, int most) => Usage(
        "WB4131", Invariant($"The Bayesian search takes at most {most} trials, not {trials}: its work grows with their cube."), Invariant($"--trials {most}, or --method cma"));

    public static WorkbenchException UnknownMethod(string name, IReadOnlyList<string> known)
    {
        var near = Closest.To(name, known);
        return Usage("WB4132", $"There is no way to search called '{name}'; there is {string.Join(", ", known)}.", $"--method {near ?? known[0]}");
    }

    public static WorkbenchException BadTrials(int trials) => Usage(
        "WB4133", Invariant($"{trials} trials are none to search with."), "--trials 256");

    public static WorkbenchException TooManyAxes(string method, int axes, int most) => Usage(
        "WB4134", Invariant($"The {method} search goes through at most {most} axes, not {axes}."), "--method random, or fewer axes");

    public static WorkbenchException UnknownParameter(string name, IReadOnlyList<string> known)
    {
        var near = Closest.To(name, known);
        return Usage("WB4135", $"The script has no parameter '{name}'; it has {string.Join(", ", known)}.", near is null ? "./run.sh params FILE.csx" : $"--set {near}=…");
    }

    public static WorkbenchException NoAxes() => Usage("WB4136", "There is no setting to search over.", "--set fast=5..50:5");

    static string Kind(ParameterInfo parameter) => parameter.Choices.Count > 0
        ? "one of " + string.Join(", ", parameter.Choices)
        : (parameter.Type is "int" or "long" ? "a whole number" : $"a {parameter.Type}") + (parameter.Min, parameter.Max) switch
        {
            ({ } min, { } max) => Invariant($" from {min} to {max}"),
            ({ } min, null) => Invariant($" of at least {min}"),
            (null, { } max) => Invariant($" of at most {max}"),
            _ => "",
        };

    static string Grouped(BigInteger count) => count.ToString("N0", CultureInfo.InvariantCulture);

    static WorkbenchException Usage(string code, string message, string? tryNext) => new(code, ExitCode.Usage, message, tryNext);

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
