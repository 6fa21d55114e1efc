using System.Globalization;
using System.Text.Json.Nodes;

namespace Workbench.Research;

/// <summary>The figures of runs; each carries the run's id.</summary>
public static partial class Charts
{
    /// <summary>Equity over time: of one run beside buying and holding, of several over each other, as growth in per cent where they began with different money.</summary>
    /// <exception cref="WorkbenchException">WB4204 no run.</exception>
    public static Figure Equity(params IReadOnlyList<RunReport> runs)
    {
        var isShare = runs.Select(run => (run.Document.Equity.Start, run.Document.Equity.Currency)).Distinct().Count() > 1;
        var figure = runs.Count == 1 ? Over([.. Benchmark(runs[0]), EquityOf(runs[0], "equity", false, Palette.Line)], "") : Over(runs.Select(run => EquityOf(run, NameOf(run), isShare, null)), "no runs");
        return figure.YAxis(isShare ? "growth" : "equity, " + runs[0].Document.Equity.Currency, isShare ? ".1%" : MoneyFormat(runs)).Weighing(1.3);
    }

    /// <summary>How far equity lies below its highest so far, from the money at the start on.</summary>
    /// <exception cref="WorkbenchException">WB4204 no run.</exception>
    public static Figure Drawdown(params IReadOnlyList<RunReport> runs) =>
        Over(runs.Select(run => DrawdownOf(run, runs.Count == 1)), "no runs").YAxis("under water", ".1%").Weighing(0.8);

    /// <summary>Candles of a run with its indicators that are prices.</summary>
    /// <param name="run">The run.</param>
    /// <param name="symbol">Which instrument; null for the first.</param>
    /// <exception cref="WorkbenchException">WB4205 the run kept no candles of it.</exception>
    public static Figure Candlestick(RunReport run, string? symbol = null)
    {
        var chart = ChartOf(run, symbol);
        var candles = Candles.Of(chart).Draw().Of(run);
        var times = Column.OfMilliseconds(chart.Times);
        return chart.Indicators.Where(line => LiesAmong(line.Values, chart)).Index()
            .Aggregate(candles, (figure, line) => figure.Add(new Figure(new Panel
            {
                Traces = [Trace.Line(times, [.. line.Item.Values], line.Item.Name).Coloured(IndicatorColours[line.Index % IndicatorColours.Length], 1.3)], X = AxisKind.Time,
            })));
    }

    /// <summary>A run's trades on the price: entries and exits as arrows, joined by a line that is green where the trade won and red where it lost.</summary>
    /// <param name="run">The run.</param>
    /// <param name="symbol">Which instrument; null for the first.</param>
    /// <exception cref="WorkbenchException">WB4205 the run kept no candles of it.</exception>
    public static Figure Trades(RunReport run, string? symbol = null)
    {
        var chart = ChartOf(run, symbol);
        var (closed, open) = (run.Curves.Trades.Where(trade => trade.Symbol == chart.Symbol).ToArray(), run.Document.Tables.OpenTrades.Where(trade => trade.Symbol == chart.Symbol).ToArray());
        var figure = Candlestick(run, chart.Symbol).Add(new Figure(new Panel
        {
            Traces = [Joined(closed.Where(trade => trade.Net > 0m), "won", Palette.Up), Joined(closed.Where(trade => trade.Net <= 0m), "lost", Palette.Down), .. Fills(closed, open)],
            X = AxisKind.Time,
        }));
        return run.Curves.Trades.Count < run.Document.Trades
            ? figure.Note(FormattableString.Invariant($"the {run.Curves.Trades.Count:N0} of {run.Document.Trades:N0} trades with the largest profit or loss"))
            : figure;
    }

    /// <summary>The run at a glance: trades on price (where it kept candles), equity and drawdown over one time axis.</summary>
    public static Figure Run(RunReport run) => Stack(run.Curves.Charts.Count > 0 ? [Trades(run).Cut(run), Equity(run), Drawdown(run)] : [Equity(run), Drawdown(run)]);

    /// <summary>Profit of each month in per cent, a row for each year.</summary>
    /// <exception cref="WorkbenchException">WB4204 the run has no whole day.</exception>
    public static Figure Months(RunReport run)
    {
        var months = run.Document.Tables.Monthly;
        var years = months.Select(month => month.Year).Distinct().Order().ToArray();
        var rows = years.Select(year => Enumerable.Range(1, 12).Select(month => months.FirstOrDefault(one => one.Year == year && one.Month == month)?.Return ?? double.NaN));
        return years.Length == 0
            ? throw ChartErrors.Nothing("the run has no daily returns")
            : Heatmap(
                Column.OfNames(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames.Take(12)), Column.OfNames(years.Select(year => year.ToString(CultureInfo.InvariantCulture))),
                rows, "return", ".1%", isSigned: true).Of(run) with { Height = 120 + 32 * years.Length };
    }

    /// <summary>Neither the colours of the fills nor those of the candles.</summary>
    static readonly string[] IndicatorColours = ["#8e44ad", "#00838f", Palette.Soft];

    static Figure EquityOf(RunReport run, string name, bool isShare, string? colour)
    {
        var (curve, start) = (run.Curves.Equity, (double)run.Document.Equity.Start);
        var trace = Trace.Line(Column.OfMilliseconds(curve.Times), [.. curve.Values.Select(value => isShare ? value / start - 1d : value)], name).Unbroken();
        return new Figure(new Panel { Traces = [colour is null ? trace : trace.Coloured(colour)], X = AxisKind.Time, IsUnified = true }).Of(run).Cut(run);
    }

    static IEnumerable<Figure> Benchmark(RunReport run) => run.Curves.Benchmark.Times.Count == 0 ? [] :
    [
        new Figure(new Panel
        {
            Traces = [Trace.Line(Column.OfMilliseconds(run.Curves.Benchmark.Times), [.. run.Curves.Benchmark.Values], "buy and hold").Unbroken().Coloured(Palette.Market, 1d)],
            X = AxisKind.Time, IsUnified = true,
        }),
    ];

    static Figure DrawdownOf(RunReport run, bool isAlone)
    {
        var curve = run.Curves.Equity;
        var trace = Trace.Line(Column.OfMilliseconds(curve.Times), UnderWater(curve.Values), isAlone ? null : NameOf(run)).Unbroken();
        return new Figure(new Panel { Traces = [isAlone ? trace.Filled(Palette.Down) : trace], X = AxisKind.Time, IsUnified = true }).Of(run).Cut(run);
    }

    static double[] UnderWater(IReadOnlyList<double> values)
    {
        var peak = double.NegativeInfinity;
        return [.. values.Select(value =>
        {
            peak = Math.Max(peak, value);
            return peak > 0d ? value / peak - 1d : double.NaN;
        })];
    }

    static CandleChart ChartOf(RunReport run, string? symbol) =>
        run.Curves.Charts.FirstOrDefault(chart => symbol is null || chart.Symbol == symbol) ?? throw ChartErrors.NoCandles(run.Document.Identity.RunId, symbol);

    /// <summary>An indicator that is no price, an oscillator or a range, would squeeze the candles into a line.</summary>
    static bool LiesAmong(IReadOnlyList<double> values, CandleChart chart)
    {
        var known = values.Where(double.IsFinite).Order().ToArray();
        return known.Length > 0 && known[known.Length / 2] > 0.5 * chart.Low.Min() && known[known.Length / 2] < 2d * chart.High.Max();
    }

    /// <summary>A stroke from each trade's entry to its exit; the gap between two strokes is a point without a number.</summary>
    static JsonObject Joined(IEnumerable<ListedTrade> trades, string name, string colour)
    {
        var all = trades.ToArray();
        var x = all.SelectMany(trade => new[] { Milliseconds(trade.EntryTime), Milliseconds(trade.ExitTime), Milliseconds(trade.ExitTime) });
        var y = all.SelectMany(trade => new[] { (double)trade.EntryPrice, (double)trade.ExitPrice, double.NaN });
        var trace = Trace.Line(new Column(AxisKind.Time, [.. x], []), [.. y], name).Coloured(colour, 1.4);
        trace["hoverinfo"] = "skip";
        return trace;
    }

    static IEnumerable<JsonObject> Fills(ListedTrade[] closed, ListedTrade[] open)
    {
        var entries = closed.Concat(open).Select(trade => (trade.EntryTime, trade.EntryPrice, trade.Side, Text: Tell(trade.Side, trade.Qty, trade.EntryPrice, trade.EntryTag)));
        var exits = closed.Select(trade => (trade.ExitTime, trade.ExitPrice, Side: Other(trade.Side), Text: Tell(Other(trade.Side), trade.Qty, trade.ExitPrice, trade.ExitTag) + Result(trade)));
        var fills = entries.Concat(exits).ToLookup(fill => fill.Item3);
        var size = fills.Sum(side => side.Count()) switch { <= 80 => 10, <= 300 => 7, _ => 5 };
        foreach (var (side, symbol, name, colour) in new[] { (Side.Buy, "triangle-up", "buy", Palette.Buy), (Side.Sell, "triangle-down", "sell", Palette.Sell) })
        {
            var marker = new JsonObject { ["symbol"] = symbol, ["size"] = size, ["color"] = colour, ["line"] = new JsonObject { ["width"] = 1, ["color"] = Palette.Card } };
            var x = new Column(AxisKind.Time, [.. fills[side].Select(fill => Milliseconds(fill.Item1))], []);
            yield return Trace.Markers(x, [.. fills[side].Select(fill => (double)fill.Item2)], name, marker).Told(fills[side].Select(fill => fill.Text));
        }
    }

    static string Tell(Side side, decimal qty, decimal price, string tag) => FormattableString.Invariant(
        $"{(side == Side.Buy ? "buy" : "sell")} {qty:0.############} at {price:0.############}{(tag.Length > 0 ? " · " + tag : "")}");

    static string Result(ListedTrade trade) => FormattableString.Invariant($" · net {trade.Net:+#,0.00;-#,0.00;0.00}");

    static Side Other(Side side) => side == Side.Buy ? Side.Sell : Side.Buy;

    static double Milliseconds(long nanos) => nanos / (double)UtcNanos.Millisecond;

    static string NameOf(RunReport run) => run.Document.Identity.RunId;

    /// <summary>Cents only where equity spans little.</summary>
    static string MoneyFormat(IReadOnlyList<RunReport> runs) =>
        runs.Max(run => run.Document.Equity.Max) - runs.Min(run => run.Document.Equity.Min) > 20m ? ",.0f" : ",.2f";

    static Figure Of(this Figure figure, RunReport run) => figure.WithRun(run.Document.Identity.RunId);

    /// <summary>Without the times when the run's market was closed; of several markets one may be open while another is not.</summary>
    static Figure Cut(this Figure figure, RunReport run) => figure with
    {
        Panels = [.. figure.Panels.Select(panel => panel with { Closed = run.Curves.Charts.Count == 1 ? Candles.Of(run.Curves.Charts[0]).Closed : [] })],
    };

    static Figure Weighing(this Figure figure, double weight) => figure with { Panels = [figure.Panels[0] with { Weight = weight }] };
}
