using static Workbench.Research.Evolution.Measure;

namespace Workbench.Research.Evolution;

/// <summary>All operators there are. Their order is part of what a seed means: new ones are added at the end.</summary>
public static class Operators
{
    static readonly NumberGrid Lengths = NumberGrid.Lengths(2, 200);

    static readonly Measure[] Comparable = [Price, Difference, Volatility, Ratio, Percent, Hours, Count];

    /// <summary>The table.</summary>
    public static IReadOnlyList<Operator> All { get; } =
    [
        Leaf(Code.Open, "open", Price), Leaf(Code.High, "high", Price), Leaf(Code.Low, "low", Price), Leaf(Code.Close, "close", Price),
        Leaf(Code.Sma, "sma", Price, Lengths), Leaf(Code.Ema, "ema", Price, Lengths),
        Leaf(Code.Highest, "highest", Price, Lengths), Leaf(Code.Lowest, "lowest", Price, Lengths),
        Leaf(Code.UpperBand, "upper-band", Price, Lengths), Leaf(Code.LowerBand, "lower-band", Price, Lengths),
        Leaf(Code.Momentum, "momentum", Difference, Lengths),
        Leaf(Code.Atr, "atr", Volatility, Lengths), Leaf(Code.Deviation, "deviation", Volatility, Lengths),
        Leaf(Code.Rsi, "rsi", Percent, Lengths), Leaf(Code.Adx, "adx", Percent, Lengths), Leaf(Code.Efficiency, "efficiency", Percent, Lengths),
        Leaf(Code.SinceOpen, "since-open", Hours), Leaf(Code.UntilClose, "until-close", Hours), Leaf(Code.SinceTrade, "since-trade", Count),
        Leaf(Code.Tokyo, "tokyo", Truth), Leaf(Code.London, "london", Truth), Leaf(Code.NewYork, "new-york", Truth),
        Leaf(Code.Weekday, "weekday", Truth, NumberGrid.Of(1, 2, 3, 4, 5)),
        Leaf(Code.Trend, "trend", Direction), Leaf(Code.Volatile, "volatile", Truth), Leaf(Code.Quiet, "quiet", Truth),
        Leaf(Code.Pips, "pips", Difference, NumberGrid.Of(0, 1, 2, 5, 10, 20, 50, 100)),
        Leaf(Code.Multiple, "multiple", Ratio, NumberGrid.Of(-5, -2, -1, -0.5, -0.2, 0, 0.2, 0.5, 1, 2, 5)),
        Leaf(Code.Share, "percent", Percent, NumberGrid.Of(5, 10, 20, 30, 50, 70, 80, 90, 95)),
        Leaf(Code.Span, "hours", Hours, NumberGrid.Of(0.5, 1, 2, 5, 10, 20)),
        Leaf(Code.Count, "bars", Count, NumberGrid.Of(1, 2, 5, 10, 20, 50, 100)),
        Leaf(Code.Yes, "true", Truth), Leaf(Code.No, "false", Truth), Leaf(Code.Up, "up", Direction), Leaf(Code.Down, "down", Direction),
        Inner(Code.Shift, "shift", Price, Price, Difference), Inner(Code.Minus, "minus", Difference, Price, Price),
        Inner(Code.Add, "add", Difference, Difference, Difference), Inner(Code.Negate, "negate", Difference, Difference),
        Inner(Code.Abs, "abs", Difference, Difference), Inner(Code.Abs, "abs", Ratio, Ratio),
        .. new[] { Price, Volatility, Ratio }.SelectMany(measure => new[] { Inner(Code.Max, "max", measure, measure, measure), Inner(Code.Min, "min", measure, measure, measure) }),
        Inner(Code.Times, "times", Difference, Ratio, Volatility),
        Inner(Code.InUnits, "in-units", Ratio, Difference, Volatility), Inner(Code.Over, "over", Ratio, Volatility, Volatility),
        .. Comparable.Select(measure => Inner(Code.Above, "above", Truth, measure, measure)),
        Inner(Code.And, "and", Truth, Truth, Truth), Inner(Code.Or, "or", Truth, Truth, Truth), Inner(Code.Not, "not", Truth, Truth),
        Inner(Code.Became, "became", Truth, Truth), Inner(Code.Since, "since", Count, Truth),
        Inner(Code.SideOf, "side-of", Direction, Difference), Inner(Code.Opposite, "opposite", Direction, Direction),
        Inner(Code.IsUp, "is-up", Truth, Direction), Inner(Code.IsDown, "is-down", Truth, Direction), Inner(Code.Agree, "agree", Truth, Direction, Direction),
    ];

    /// <summary>The operator of that word for such parts; null where there is none.</summary>
    public static Operator? Find(string name, IReadOnlyList<Tree> parts) =>
        All.FirstOrDefault(candidate => candidate.Name == name && candidate.Takes.SequenceEqual(parts.Select(part => part.Measure)));

    /// <summary>The one operator that does that to such parts.</summary>
    internal static Operator Of(Code code, params ReadOnlySpan<Tree> parts)
    {
        foreach (var candidate in All)
        {
            if (candidate.Code == code && Fits(candidate, parts))
            {
                return candidate;
            }
        }

        throw new InvalidOperationException($"{code} has no such form.");
    }

    static bool Fits(Operator candidate, ReadOnlySpan<Tree> parts)
    {
        var fits = candidate.Takes.Length == parts.Length;
        for (var i = 0; fits && i < parts.Length; i++)
        {
            fits = candidate.Takes[i] == parts[i].Measure;
        }

        return fits;
    }

    static Operator Leaf(Code code, string name, Measure result, NumberGrid? numbers = null) => new(code, name, result, [], numbers ?? NumberGrid.None);

    static Operator Inner(Code code, string name, Measure result, params Measure[] takes) => new(code, name, result, [.. takes], NumberGrid.None);
}
