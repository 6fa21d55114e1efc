using System.Globalization;

namespace Workbench.Research.Search;

/// <summary>A number as it was written.</summary>
sealed class NumberFormula(double number) : Formula
{
    public override MetricValue Of(Func<string, MetricValue> figures) => number;

    public override string ToString() => number.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>A figure by its name.</summary>
sealed class NameFormula(string name) : Formula
{
    public override MetricValue Of(Func<string, MetricValue> figures) =>
        figures(name) is { Reason: { } reason } ? MetricValue.None($"{name}: {reason}") : figures(name);

    public override string ToString() => name;
}

/// <summary>Two numbers and a sign between them.</summary>
sealed class SignFormula(char sign, Formula left, Formula right) : Formula
{
    public override MetricValue Of(Func<string, MetricValue> figures) =>
        left.Of(figures).Then(a => right.Of(figures).Then(b => Named(a, b)));

    public override string ToString() => $"({left} {sign} {right})";

    MetricValue Named(double a, double b)
    {
        var value = sign switch { '+' => a + b, '-' => a - b, '*' => a * b, '/' => a / b, _ => Math.Pow(a, b) };
        return double.IsFinite(value) ? value
            : MetricValue.None(sign == '/' && b == 0d ? $"{right} is zero, and {left} is divided by it" : $"{this} is no number that can be written");
    }
}

/// <summary>One of the few functions there are.</summary>
sealed class CallFormula(string function, IReadOnlyList<Formula> arguments) : Formula
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["sqrt", "log", "exp", "abs", "min", "max"];

    /// <summary>Whether a function takes as many arguments as one likes, from two on.</summary>
    public static bool TakesMany(string function) => function is "min" or "max";

    public override MetricValue Of(Func<string, MetricValue> figures)
    {
        var all = arguments[0].Of(figures).Then(Apply);
        foreach (var argument in arguments.Skip(1))
        {
            all = all.Then(a => argument.Of(figures).Then(b => function == "min" ? Math.Min(a, b) : Math.Max(a, b)));
        }

        return all;
    }

    public override string ToString() => $"{function}({string.Join(", ", arguments)})";

    MetricValue Apply(double a) => function switch
    {
        "sqrt" => a < 0d ? MetricValue.None($"{this} of a number below zero") : Math.Sqrt(a),
        "log" => a <= 0d ? MetricValue.None($"{this} of a number that is not above zero") : Math.Log(a),
        "exp" => double.IsFinite(Math.Exp(a)) ? Math.Exp(a) : MetricValue.None($"{this} is no number that can be written"),
        "abs" => Math.Abs(a),
        _ => a,
    };
}
