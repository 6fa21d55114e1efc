namespace Workbench.Research.Search;

/// <summary>Two numbers compared.</summary>
sealed class Comparison(string sign, Formula left, Formula right) : Condition
{
    public override bool Holds(Func<string, MetricValue> figures) =>
        left.Of(figures).Value is { } a && right.Of(figures).Value is { } b && sign switch
        {
            "<" => a < b,
            "<=" => a <= b,
            ">" => a > b,
            ">=" => a >= b,
            "==" or "=" => a == b,
            _ => a != b,
        };
}

/// <summary>Both hold, or at least one of the two.</summary>
sealed class Junction(bool isAnd, Condition left, Condition right) : Condition
{
    public override bool Holds(Func<string, MetricValue> figures) =>
        isAnd ? left.Holds(figures) && right.Holds(figures) : left.Holds(figures) || right.Holds(figures);
}

/// <summary>It does not hold.</summary>
sealed class Negation(Condition inner) : Condition
{
    public override bool Holds(Func<string, MetricValue> figures) => !inner.Holds(figures);
}
