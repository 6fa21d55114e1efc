namespace Workbench.Scripting;

/// <summary>The script that <c>new NAME</c> writes: short, commented, and it runs as it is.</summary>
public static class StrategyTemplate
{
    const string Text = """
        // NAME: holds QTY units on the side of the faster of two moving averages. What it is for: a start to change.
        // Check it:  ./run.sh check FILE
        // Run it:    ./run.sh backtest FILE --data EURUSD:ticks --lake data/samples --set fast=20
        public sealed class NAME : Strategy
        {
            // Each [Parameter] is a setting: --set fast=20. Values beyond its bounds are refused.
            [Parameter(1, 500, Description = "bars of the fast average")] public int Fast { get; init; } = 10;
            [Parameter(2, 1000, Description = "bars of the slow average")] public int Slow { get; init; } = 30;
            [Parameter(Description = "units to hold, long or short")] public decimal Qty { get; init; } = 10_000m;
            [Parameter(Description = "bars to decide on: tick, 30s, 1m, 5m, 1h, 1d")] public BarSpec Timeframe { get; init; } = Bars.Minutes(5);

            Sma fast = null!, slow = null!;

            // Once, before the first event: say what you need. Indicators are fed by the engine and drawn in the report.
            public override void OnStart()
            {
                fast = Add(new Sma(Fast), Timeframe);
                slow = Add(new Sma(Slow), Timeframe);
            }

            // At each bar's close. An order sent here meets the market at the next event, never at this one.
            public override void OnBar(in Bar bar)
            {
                if (slow.IsReady && Sma.Compare(fast, slow) is var side and not 0)
                    TargetPosition(side * Qty, tag: side > 0 ? "long" : "short");
            }
        }

        """;

    /// <summary>The text for a name such as <c>my-idea</c>; the class in it is then <c>MyIdea</c>.</summary>
    /// <param name="name">Letters and digits, with dashes, underscores or blanks between words; begins with a letter.</param>
    /// <param name="file">Where it will lie, for the commands in its first lines; default <c>strategies/NAME.csx</c>.</param>
    /// <exception cref="WorkbenchException">WB3013: the name cannot become a class.</exception>
    public static string For(string name, string? file = null) => Text
        .Replace("FILE", file ?? $"strategies/{name}.csx", StringComparison.Ordinal)
        .Replace("QTY", "qty", StringComparison.Ordinal)
        .Replace("NAME", ClassOf(name), StringComparison.Ordinal);

    /// <summary>The class name for a file name: <c>my-idea</c> → <c>MyIdea</c>.</summary>
    /// <exception cref="WorkbenchException">WB3013: the name cannot become a class.</exception>
    public static string ClassOf(string name)
    {
        var words = name.Split(['-', '_', ' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        var made = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var isName = made.Length > 0 && char.IsAsciiLetter(made[0]) && made.All(char.IsAsciiLetterOrDigit);
        return isName && made != nameof(Strategy) ? made : throw ScriptErrors.BadName(name);
    }
}
