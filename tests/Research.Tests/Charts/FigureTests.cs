using System.Text.Json;

namespace Workbench.Research.Tests;

/// <summary>The figure's JSON, as Plotly's documentation says it must look.</summary>
public sealed class FigureTests
{
    static readonly DateTime Day = new(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_line_over_times_stands_on_a_date_axis_in_utc()
    {
        var json = Read(Charts.Line((DateTime[])[Day, Day.AddDays(1)], (decimal[])[1.5m, 2m], "price"));

        var trace = json.GetProperty("data")[0];
        Assert.Equal("scatter", trace.GetProperty("type").GetString());
        Assert.Equal([1_704_153_600_000, 1_704_240_000_000], trace.GetProperty("x").EnumerateArray().Select(x => x.GetDouble()));
        Assert.Equal([1.5, 2], trace.GetProperty("y").EnumerateArray().Select(y => y.GetDouble()));
        var layout = json.GetProperty("layout");
        Assert.Equal("date", layout.GetProperty("xaxis").GetProperty("type").GetString());
        Assert.EndsWith("UTC", layout.GetProperty("xaxis").GetProperty("hoverformat").GetString(), StringComparison.Ordinal);
        Assert.Equal("x unified", layout.GetProperty("hovermode").GetString());
        Assert.False(json.GetProperty("config").GetProperty("displaylogo").GetBoolean());
    }

    [Fact]
    public void Numbers_stand_on_a_linear_axis_and_names_on_one_of_categories()
    {
        Assert.Equal("linear", XType(Charts.Line((int[])[1, 2], (double[])[1, 2])));
        Assert.Equal("category", XType(Charts.Bars((string[])["a", "b"], (long[])[1, 2])));
        Assert.Equal("category", XType(Charts.Bars((DayOfWeek[])[DayOfWeek.Monday], (long[])[1])));
        Assert.Equal("date", XType(Charts.Line((DateOnly[])[new(2024, 1, 2)], (double?[])[null])));
    }

    [Fact]
    public void What_is_no_finite_number_becomes_a_gap()
    {
        var y = Read(Charts.Line((double[])[1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 2])).GetProperty("data")[0].GetProperty("y");

        Assert.Equal([JsonValueKind.Number, JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Number], y.EnumerateArray().Select(one => one.ValueKind));
    }

    [Fact]
    public void A_million_points_are_thinned_without_losing_the_peak_and_the_caption_says_so()
    {
        var values = Enumerable.Range(0, 1_000_000).Select(i => i == 654_321 ? 99d : Math.Sin(i / 5_000d)).ToArray();

        var figure = Charts.Line(values);
        var y = Read(figure).GetProperty("data")[0].GetProperty("y").EnumerateArray().Select(one => one.GetDouble()).ToArray();

        Assert.InRange(y.Length, 1_000, Curve.MostPoints);
        Assert.Contains(99d, y);
        Assert.Contains("of 1,000,000 points", figure.ToJson(), StringComparison.Ordinal);
        Assert.Contains("of 1,000,000 points", figure.ToHtml(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_is_thinned_keeps_its_ends_its_extremes_and_its_gaps(long seed)
    {
        var dice = new SeededRandom(seed);
        for (var round = 0; round < 50; round++)
        {
            var values = Enumerable.Range(0, 1 + dice.Next(3_000)).Select(_ => dice.Next(30) == 0 ? double.NaN : dice.NextDouble()).ToArray();
            var most = 20 + dice.Next(400);

            // The time of each point is its place.
            var thin = Curve.Thin([.. values.Select((_, at) => at * UtcNanos.Millisecond)], values, most);

            Assert.True(thin.Values.Count <= most, FormattableString.Invariant($"seed {seed}: {thin.Values.Count} kept of {values.Length}, most {most}"));
            Assert.Equal(thin.Times.Distinct().Order(), thin.Times);
            Assert.All(thin.Times.Zip(thin.Values), point => Assert.Equal(values[point.First], point.Second));
            Assert.Equal((0, values.Length - 1), (thin.Times[0], thin.Times[^1]));
            Assert.Equal(Known(values).DefaultIfEmpty().Max(), Known(thin.Values).DefaultIfEmpty().Max());
            Assert.Equal(Known(values).DefaultIfEmpty().Min(), Known(thin.Values).DefaultIfEmpty().Min());
            Assert.Equal(values.Any(double.IsNaN), thin.Values.Any(double.IsNaN));
        }
    }

    [Fact]
    public void A_cloud_that_is_thinned_keeps_its_outermost_points()
    {
        var dice = new SeededRandom(3);
        var (x, y) = (Dice(dice, 50_000), Dice(dice, 50_000));
        (x[31_313], y[44_444]) = (50d, -50d);

        var trace = Read(Charts.Scatter(x, y)).GetProperty("data")[0];

        Assert.InRange(trace.GetProperty("x").GetArrayLength(), 3_000, Curve.MostPoints);
        Assert.Contains(50d, trace.GetProperty("x").EnumerateArray().Select(one => one.GetDouble()));
        Assert.Contains(-50d, trace.GetProperty("y").EnumerateArray().Select(one => one.GetDouble()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void A_histogram_counts_every_value_once(int bins)
    {
        var values = Dice(new SeededRandom(4), 1_000);

        var trace = Read(Charts.Histogram([.. values, double.NaN], bins)).GetProperty("data")[0];

        Assert.Equal(1_000, trace.GetProperty("y").EnumerateArray().Sum(one => one.GetDouble()));
        Assert.True(bins == 0 || trace.GetProperty("x").GetArrayLength() == bins);
        Assert.Single(Read(Charts.Histogram((int[])[5, 5, 5])).GetProperty("data")[0].GetProperty("y").EnumerateArray());
    }

    [Fact]
    public void Too_many_bars_of_a_market_become_fewer_candles_with_the_same_extremes()
    {
        var dice = new SeededRandom(6);
        var bars = Enumerable.Range(0, 9_001).Select(i => BarAt(i, 2_000 + dice.Next(1_000))).ToArray();

        var figure = Charts.Candlestick(bars);
        var trace = Read(figure).GetProperty("data")[0];

        Assert.Equal(3_001, trace.GetProperty("x").GetArrayLength());
        Assert.Equal((double)bars.Max(bar => bar.High), trace.GetProperty("high").EnumerateArray().Max(one => one.GetDouble()));
        Assert.Equal((double)bars.Min(bar => bar.Low), trace.GetProperty("low").EnumerateArray().Min(one => one.GetDouble()));
        Assert.Equal((double)bars[^1].Close, trace.GetProperty("close").EnumerateArray().Last().GetDouble());
        Assert.Contains("each candle is 3 bars", figure.Notes);
    }

    [Fact]
    public void Every_figure_of_a_run_carries_its_id_and_a_stale_one_its_badge()
    {
        var run = Gallery.Run;
        foreach (var figure in (Figure[])[Charts.Equity(run), Charts.Drawdown(run), Charts.Trades(run), Charts.Candlestick(run), Charts.Run(run), Charts.Months(run)])
        {
            Assert.Equal(run.Document.Identity.RunId, figure.RunId);
            Assert.Contains("run " + run.Document.Identity.RunId, figure.ToHtml(), StringComparison.Ordinal);
            Assert.Contains(Texts(figure), text => text.Contains("run " + run.Document.Identity.RunId, StringComparison.Ordinal));
            Assert.DoesNotContain("stale", figure.ToJson(), StringComparison.Ordinal);
            Assert.Contains(Texts(figure.AsStale()), text => text.Contains("stale: the strategy changed after this run", StringComparison.Ordinal));
            Assert.Contains("stale: the strategy changed after this run", figure.AsStale().ToHtml(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_figure_of_two_runs_names_both_and_is_stale_with_one_of_them()
    {
        var other = SyntheticRun.Make(2, 100, 10, identity => identity with { RunId = "other" });

        var figure = Charts.Stack(Charts.Equity(Gallery.Run), Charts.Equity(other).AsStale());

        Assert.Null(figure.RunId);
        Assert.Equal([Gallery.Run.Document.Identity.RunId, "other"], figure.RunIds);
        Assert.True(figure.IsStale);
    }

    [Fact]
    public void Each_trade_is_a_stroke_in_the_colour_of_its_result_and_two_arrows()
    {
        var run = Gallery.Run;
        var traces = Read(Charts.Trades(run)).GetProperty("data").EnumerateArray().ToLookup(trace => trace.GetProperty("name").GetString());

        var won = run.Curves.Trades.Count(trade => trade.Net > 0m);
        Assert.Equal(3 * won, traces["won"].Single().GetProperty("x").GetArrayLength());
        Assert.Equal(3 * (run.Curves.Trades.Count - won), traces["lost"].Single().GetProperty("x").GetArrayLength());
        var fills = traces["buy"].Single().GetProperty("x").GetArrayLength() + traces["sell"].Single().GetProperty("x").GetArrayLength();
        Assert.Equal(2 * run.Curves.Trades.Count + run.Document.Tables.OpenTrades.Count, fills);
    }

    [Fact]
    public void Stacked_figures_share_one_time_axis_and_others_have_their_own()
    {
        var stack = Read(Charts.Run(Gallery.Run));
        Assert.All(stack.GetProperty("data").EnumerateArray(), trace => Assert.Equal("x", trace.GetProperty("xaxis").GetString()));
        Assert.Equal(["y", "y2", "y3"], stack.GetProperty("data").EnumerateArray().Select(trace => trace.GetProperty("yaxis").GetString()).Distinct());
        Assert.Equal("y3", stack.GetProperty("layout").GetProperty("xaxis").GetProperty("anchor").GetString());

        var grid = Read(Charts.Grid(2, Charts.Line((int[])[1]), Charts.Line((int[])[1]), Charts.Line((int[])[1])));
        Assert.Equal(["x", "x2", "x3"], grid.GetProperty("data").EnumerateArray().Select(trace => trace.GetProperty("xaxis").GetString()));
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused_with_its_code()
    {
        AssertRefused("WB4200", () => Charts.Line((int[])[1, 2], (int[])[1]));
        AssertRefused("WB4200", () => Charts.Scatter((int[])[1, 2], (int[])[1, 2], colour: [1]));
        AssertRefused("WB4200", () => Charts.Heatmap((int[])[1, 2], (int[])[1], [[1d, 2d], [1d, 2d]]));
        AssertRefused("WB4201", () => Charts.Line((Version[])[new(1, 0)], (int[])[1]));
        AssertRefused("WB4202", () => Charts.Line((int[])[1], (string[])["one"]));
        AssertRefused("WB4203", () => Charts.Bars(Enumerable.Range(0, 3_000), Enumerable.Range(0, 3_000)));
        AssertRefused("WB4203", () => Charts.Heatmap(Enumerable.Range(0, 1_000), Enumerable.Range(0, 1_000), new double[1_000, 1_000]));
        AssertRefused("WB4204", () => Charts.Equity());
        AssertRefused("WB4204", () => Charts.Histogram((double[])[double.NaN]));
        AssertRefused("WB4204", () => Charts.Candlestick(Array.Empty<Bar>()));
        AssertRefused("WB4205", () => Charts.Trades(Gallery.Run, "EURUSD"));
        AssertRefused("WB4206", () => Charts.Stack(Charts.Line((int[])[1]), Charts.Equity(Gallery.Run)));
        AssertRefused("WB4208", () => Charts.Line((int[])[1]).Size(1, 1));
        AssertRefused("WB4208", () => Charts.Histogram((int[])[1], bins: -1));
    }

    [Fact]
    public void No_text_of_a_user_becomes_markup()
    {
        const string evil = "</script><img src=x onerror=alert(1)>";

        var figure = Charts.Lines((string[])[evil], (evil, (double[])[1]), ("b", [2])).Title(evil).YAxis(evil).XAxis(evil).Note(evil).WithRun(evil);

        Assert.DoesNotContain("<img", figure.ToHtml(), StringComparison.Ordinal);
        Assert.Equal(1, figure.ToHtml().Split("</script>").Length - 1);
        // Plotly reads some tags in texts; category names of an axis are the one place where it must be given the text itself.
        Assert.DoesNotContain("<img", Read(figure).GetProperty("layout").GetProperty("title").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_figure_gives_the_same_html()
    {
        Assert.Equal(Charts.Run(Gallery.Run).ToHtml(), Charts.Run(Gallery.Run).ToHtml());
        Assert.NotEqual(Charts.Line((int[])[1]).ToHtml(), Charts.Line((int[])[2]).ToHtml());
    }

    [Fact]
    public void The_library_is_compressed_to_less_than_half_and_unpacks_to_plotly()
    {
        var plain = NotebookHtml.PlotlyScript();

        Assert.StartsWith("/**\n* plotly.js v", plain, StringComparison.Ordinal);
        Assert.InRange(NotebookHtml.Library().Length, 100_000, plain.Length / 2);
    }

    static string? XType(Figure figure) => Read(figure).GetProperty("layout").GetProperty("xaxis").GetProperty("type").GetString();

    static IEnumerable<string> Texts(Figure figure) =>
        Read(figure).GetProperty("layout").GetProperty("annotations").EnumerateArray().Select(text => text.GetProperty("text").GetString()!);

    static JsonElement Read(Figure figure) => JsonDocument.Parse(figure.ToJson()).RootElement;

    static IEnumerable<double> Known(IEnumerable<double> values) => values.Where(value => !double.IsNaN(value));

    static double[] Dice(SeededRandom dice, int count) => [.. Enumerable.Range(0, count).Select(_ => dice.NextDouble())];

    static void AssertRefused(string code, Func<Figure> draw) => Assert.Equal(code, Assert.Throws<WorkbenchException>(draw).Code);

    static Bar BarAt(int minute, int price) => new()
    {
        Instrument = SyntheticRun.Gold, Spec = Bars.Minutes(1), PriceScale = 2, OpenNanos = SyntheticRun.Start + minute * UtcNanos.Minute,
        CloseNanos = SyntheticRun.Start + (minute + 1) * UtcNanos.Minute, OpenRaw = price, HighRaw = price + 7, LowRaw = price - 5, CloseRaw = price + 1,
    };
}
