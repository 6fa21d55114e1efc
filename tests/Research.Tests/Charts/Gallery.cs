namespace Workbench.Research.Tests;

/// <summary>One of each kind of figure, made from seeded dice.</summary>
static class Gallery
{
    public static RunReport Run { get; } = SyntheticRun.Make(seed: 1, candles: 160, turnEvery: 10);

    static RunReport Other { get; } = SyntheticRun.Make(2, 160, 12, identity => identity with { RunId = "20240102-sma-cross-99ab" });

    /// <summary>The figures by name, in the order in which they stand on the page.</summary>
    public static (string Name, Figure Figure)[] All { get; } = Make();

    static (string, Figure)[] Make()
    {
        var dice = new SeededRandom(5);
        var days = Enumerable.Range(0, 300).Select(i => new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(i)).ToArray();
        double[] Walk(double from) => [.. days.Select((_, i) => i is > 140 and < 160 ? double.NaN : from += dice.NextDouble() - 0.48)];
        var (x, y) = (days.Select(_ => dice.NextDouble() + dice.NextDouble()).ToArray(), days.Select(_ => dice.NextDouble() * 100).ToArray());
        string[] hours = ["00–04", "04–08", "08–12", "12–16", "16–20", "20–24"];
        string[] week = ["Mon", "Tue", "Wed", "Thu", "Fri"];
        return
        [
            ("lines", Charts.Lines(days, ("fast", Walk(100)), ("slow", Walk(98)), ("slowest", Walk(96))).Title("Three walks with a gap").YAxis("price")),
            ("scatter", Charts.Scatter(x, y, colour: x.Zip(y, (a, b) => a * b), name: "product").Title("Points by a third value").YAxis("size").XAxis("spread")),
            ("bars", Charts.Bars(week, (decimal[])[12.5m, -3m, 7m, 4.25m, -6m]).YAxis("net, USD").Title("Net by weekday")),
            ("histogram", Charts.Histogram(x, name: "sum of two dice").Title("Sums")),
            ("box", Charts.Box([.. week.Select(day => (day, Enumerable.Range(0, 60).Select(_ => dice.NextDouble() * 4 + dice.NextDouble())))]).Title("Spread by weekday")),
            ("heatmap", Charts.Heatmap(hours, week, week.Select(_ => hours.Select(_ => Math.Round(dice.NextDouble() * 8 - 4, 1))), "net").Title("Net by hour and weekday")),
            ("field", Charts.Heatmap(Enumerable.Range(5, 60), Enumerable.Range(20, 80), Field(), "Sharpe").Title("Sharpe by windows").XAxis("fast").YAxis("slow")),
            ("candles", Charts.Candlestick(Run).Title("Candles with two averages")),
            ("run", Charts.Run(Run).Title("A run at a glance")),
            ("equities", Charts.Equity(Run, Other).Title("Two runs").AsStale()),
            ("drawdowns", Charts.Drawdown(Run, Other)),
            ("months", Charts.Months(Run)),
            ("grid", Charts.Grid(2, Charts.Line(y).Title("one"), Charts.Histogram(y).Title("two"), Charts.Bars(week, (int[])[1, 2, 3, 4, 5]).Title("three"), Charts.Candlestick(Run).Title("four")).Size(900, 620)),
            ("log", Charts.Line(Enumerable.Range(1, 200), Enumerable.Range(1, 200).Select(i => Math.Pow(1.05, i))).Log().Title("Growth on a logarithmic axis")),
        ];
    }

    static IEnumerable<double>[] Field() => [.. Enumerable.Range(20, 80).Select(slow => Enumerable.Range(5, 60).Select(fast => fast >= slow ? double.NaN : Math.Sin(fast / 9d) + Math.Cos(slow / 14d) - 0.4))];
}
