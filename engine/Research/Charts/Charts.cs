using System.Text.Json.Nodes;

namespace Workbench.Research;

/// <summary>
/// Figures for notebooks. Values of an x axis are DateTime (UTC), numbers or strings; those of a y axis are double, decimal or whole numbers, and what is not
/// a finite number becomes a gap. Too many points are thinned so that the figure looks the same, and the caption says so.
/// </summary>
public static partial class Charts
{
    /// <summary>Most bars of a bar chart.</summary>
    public const int MostBars = 2_000;

    /// <summary>Most cells of a heatmap.</summary>
    public const int MostCells = 250_000;

    /// <summary>Most cells of a heatmap that shows its numbers.</summary>
    const int MostWords = 200;

    /// <summary>A line.</summary>
    /// <param name="x">Where: DateTime, numbers or strings.</param>
    /// <param name="y">How high: numbers; NaN leaves a gap.</param>
    /// <param name="name">What the line is, for the legend of several.</param>
    /// <exception cref="WorkbenchException">WB4200 lengths differ; WB4201, WB4202 the values cannot be shown.</exception>
    public static Figure Line<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string? name = null)
    {
        var (at, values) = Pair(x, y);
        var kept = Thinning.Extremes(values, Curve.MostPoints);
        return new Figure(new Panel { Traces = [Trace.Line(at.At(kept), [.. kept.Select(i => values[i])], name)], X = at.Kind, IsUnified = true })
        {
            Notes = Thinned(values.Length, kept.Length, "each stretch keeps its lowest and highest"),
        };
    }

    /// <summary>A line over 0, 1, 2, ….</summary>
    public static Figure Line<TY>(IEnumerable<TY> y, string? name = null)
    {
        var values = Column.NumbersOf(y);
        return Line(Enumerable.Range(0, values.Length), values, name);
    }

    /// <summary>Several lines over one x axis.</summary>
    public static Figure Lines<TX, TY>(IEnumerable<TX> x, params IEnumerable<(string Name, IEnumerable<TY> Values)> lines)
    {
        var at = x.ToArray();
        return Over(lines.Select(line => Line(at, line.Values, line.Name)), "no lines");
    }

    /// <summary>Points, coloured by a third value where one is given.</summary>
    /// <param name="x">Where: DateTime, numbers or strings.</param>
    /// <param name="y">How high: numbers.</param>
    /// <param name="colour">A value of each point to colour it by; null for one colour.</param>
    /// <param name="labels">A text of each point, shown where one points at it; null for none.</param>
    /// <param name="name">What the points are, for the legend of several; with colours, what these count.</param>
    /// <exception cref="WorkbenchException">WB4200 lengths differ; WB4201, WB4202 the values cannot be shown.</exception>
    public static Figure Scatter<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable<double>? colour = null, IEnumerable<string>? labels = null, string? name = null)
    {
        var (at, values) = Pair(x, y);
        var kept = Thinning.Cloud(at.Kind == AxisKind.Name ? values : at.Numbers, values, Curve.MostPoints);
        var marker = new JsonObject { ["size"] = kept.Length > 500 ? 5 : 7, ["opacity"] = kept.Length > 500 ? 0.6 : 0.85 };
        if (colour is not null)
        {
            Colour(marker, Partner("colour", colour.ToArray(), "y", values.Length), kept, name);
        }

        var trace = Trace.Markers(at.At(kept), [.. kept.Select(i => values[i])], colour is null ? name : null, marker);
        if (labels is not null)
        {
            var texts = Partner("labels", labels.ToArray(), "y", values.Length);
            trace["text"] = Column.Json(kept.Select(i => FigureLayout.Plain(texts[i])));
            trace["hovertemplate"] = "%{text}<br>%{x}, %{y}<extra></extra>";
        }

        return new Figure(new Panel { Traces = [trace], X = at.Kind }) { Notes = Thinned(values.Length, kept.Length, "evenly, and the outermost") };
    }

    /// <summary>Bars.</summary>
    /// <exception cref="WorkbenchException">WB4200 lengths differ; WB4203 more than <see cref="MostBars"/>.</exception>
    public static Figure Bars<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string? name = null)
    {
        var (at, values) = Pair(x, y);
        return values.Length > MostBars
            ? throw ChartErrors.TooMany("bars", values.Length, MostBars)
            : new Figure(new Panel { Traces = [Trace.Bars(at, values, name)], X = at.Kind, IsUnified = true });
    }

    /// <summary>How often values fall into each of some equal bins.</summary>
    /// <param name="values">Numbers; what is not finite is left out.</param>
    /// <param name="bins">How many bins, up to 500; 0 (default) for a number that fits (Freedman and Diaconis 1981).</param>
    /// <param name="name">What is counted, under the x axis.</param>
    /// <exception cref="WorkbenchException">WB4204 no value is a number; WB4208 a number of bins that cannot be.</exception>
    public static Figure Histogram<T>(IEnumerable<T> values, int bins = 0, string? name = null)
    {
        var numbers = Column.NumbersOf(values);
        var found = Research.Bins.Of(numbers, bins);
        var trace = Trace.Bars(new Column(AxisKind.Number, found.Middles, []), [.. found.Counts.Select(count => (double)count)], null);
        (trace["width"], trace["customdata"]) = (found.Width, new JsonArray([.. found.Counts.Select((_, at) => Column.Json([found.From + at * found.Width, found.From + (at + 1) * found.Width]))]));
        trace["hovertemplate"] = "%{customdata[0]:.5~g} to %{customdata[1]:.5~g}: %{y:,}<extra></extra>";
        trace["marker"] = new JsonObject { ["line"] = new JsonObject { ["width"] = 1, ["color"] = Palette.Card } };
        var missing = numbers.Count(double.IsNaN);
        return new Figure(new Panel { Traces = [trace], XTitle = name ?? "", YTitle = "count", YFormat = ",d" })
        {
            Notes = missing == 0 ? [] : [FormattableString.Invariant($"{missing:N0} values that are no numbers are left out")],
        };
    }

    /// <summary>Middle half, median and whiskers (up to 1.5 times the middle half's height) of some sets of values.</summary>
    public static Figure Box(params IEnumerable<(string Name, IEnumerable<double> Values)> sets) => new(new Panel
    {
        Traces = [.. sets.Select(set => BoxOf(set.Name, [.. set.Values.Where(double.IsFinite).Order()]))], X = AxisKind.Name,
    });

    /// <summary>A table of numbers as colours.</summary>
    /// <param name="x">Names or values of the columns, from the left.</param>
    /// <param name="y">Names or values of the rows; names from the top, numbers and times from the bottom.</param>
    /// <param name="z">A row of numbers for each y, each as long as x. Where they lie on both sides of zero, zero is grey, less is red and more is green.</param>
    /// <param name="name">What the colours count.</param>
    /// <param name="format">How the numbers are written, as d3 spells formats.</param>
    /// <exception cref="WorkbenchException">WB4200 lengths differ; WB4203 more than <see cref="MostCells"/> cells.</exception>
    public static Figure Heatmap<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable<IEnumerable<double>> z, string? name = null, string format = ".4~g") =>
        Heatmap(Column.Of(x), Column.Of(y), z, name, format, isSigned: false);

    /// <summary>The same of a rectangle of numbers, first index the row.</summary>
    public static Figure Heatmap<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, double[,] z, string? name = null, string format = ".4~g") =>
        Heatmap(x, y, Enumerable.Range(0, z.GetLength(0)).Select(row => Enumerable.Range(0, z.GetLength(1)).Select(column => z[row, column])), name, format);

    /// <summary>Candles; neighbours are merged into one where there are more than 4,000. Times when the market was closed are cut out.</summary>
    /// <exception cref="WorkbenchException">WB4204 there is none.</exception>
    public static Figure Candlestick(IEnumerable<Bar> bars) => Candles.Of(bars).Draw();

    /// <inheritdoc cref="Candlestick(IEnumerable{Bar})"/>
    public static Figure Candlestick(BarColumns bars) => Candles.Of(bars).Draw();

    /// <summary>Figures above each other over one x axis: what is zoomed in one is zoomed in all.</summary>
    /// <exception cref="WorkbenchException">WB4204 no figures; WB4206 their x axes count different things.</exception>
    public static Figure Stack(params IReadOnlyList<Figure> figures)
    {
        var panels = Panels(figures);
        if (panels.FirstOrDefault(panel => panel.X != panels[0].X) is { } other)
        {
            throw ChartErrors.AxesDiffer(Panel.NameOf(panels[0].X), Panel.NameOf(other.X));
        }

        return Gather(figures, panels) with { SharesX = true };
    }

    /// <summary>Figures in rows and columns, each with axes of its own.</summary>
    /// <param name="columns">Figures beside each other.</param>
    /// <param name="figures">The figures, row by row.</param>
    /// <exception cref="WorkbenchException">WB4204 no figures; WB4208 no columns.</exception>
    public static Figure Grid(int columns, params IReadOnlyList<Figure> figures) => columns < 1
        ? throw ChartErrors.BadArgument(nameof(columns), "at least 1", columns)
        : Gather(figures, [.. Panels(figures).Select(Alone)]) with { Columns = columns };

    /// <summary>A panel that takes no part in the heights and colours of the others.</summary>
    static Panel Alone(Panel panel) => panel with
    {
        Weight = 1d, Traces = [.. panel.Traces.Select((trace, at) => Trace.Tinted(trace, Palette.Lines[at % Palette.Lines.Count]))],
    };

    static Figure Heatmap(Column across, Column up, IEnumerable<IEnumerable<double>> z, string? name, string format, bool isSigned)
    {
        var rows = z.Select(row => Partner("a row of z", Column.NumbersOf(row), "x", across.Count)).ToArray();
        Partner("z", rows, "y", up.Count);
        if ((long)across.Count * up.Count is var cells && cells > MostCells)
        {
            throw ChartErrors.TooMany("cells", cells, MostCells);
        }

        var trace = new JsonObject { ["type"] = "heatmap", ["x"] = across.ToJson(), ["y"] = up.ToJson(), ["z"] = new JsonArray([.. rows.Select(row => Column.Json(row))]) };
        (trace["hovertemplate"], trace["hoverongaps"]) = ($"%{{x}}, %{{y}}: %{{z:{format}}}<extra></extra>", false);
        trace["colorbar"] = ColourBar(name, format);
        Scale(trace, rows.SelectMany(row => row), "z", isSigned, Palette.Rule);
        if (cells <= MostWords)
        {
            (trace["texttemplate"], trace["xgap"], trace["ygap"]) = ($"%{{z:{format}}}", 2, 2);
        }

        return new Figure(new Panel { Traces = [trace], X = across.Kind, YIsNames = up.Kind == AxisKind.Name, HasGrid = false });
    }

    static Panel[] Panels(IReadOnlyList<Figure> figures) => figures.Count == 0
        ? throw ChartErrors.Nothing("no figures")
        : [.. figures.SelectMany(figure => figure.Panels.Select((panel, at) => at == 0 && figure.Heading.Length > 0 ? panel with { Title = figure.Heading } : panel))];

    static Figure Gather(IReadOnlyList<Figure> figures, Panel[] panels) => new(panels)
    {
        Notes = [.. figures.SelectMany(figure => figure.Notes).Distinct()],
        RunIds = [.. figures.SelectMany(figure => figure.RunIds).Distinct()],
        IsStale = figures.Any(figure => figure.IsStale),
    };

    static Figure Over(IEnumerable<Figure> figures, string nothing)
    {
        var all = figures.ToArray();
        return all.Length == 0 ? throw ChartErrors.Nothing(nothing) : all.Skip(1).Aggregate(all[0], (under, over) => under.Add(over));
    }

    static (Column X, double[] Y) Pair<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y)
    {
        var (at, values) = (Column.Of(x), Column.NumbersOf(y));
        return at.Count == values.Length ? (at, values) : throw ChartErrors.LengthsDiffer("x", at.Count, "y", values.Length);
    }

    static T[] Partner<T>(string what, T[] values, string other, int count) =>
        values.Length == count ? values : throw ChartErrors.LengthsDiffer(what, values.Length, other, count);

    static string[] Thinned(int all, int kept, string how) =>
        kept == all ? [] : [FormattableString.Invariant($"{kept:N0} of {all:N0} points are drawn: {how}")];

    static void Colour(JsonObject marker, double[] values, int[] kept, string? name)
    {
        marker["color"] = Column.Json(kept.Select(i => values[i]));
        marker["colorbar"] = ColourBar(name, "");
        Scale(marker, values, "c", isSigned: false, Palette.Market);
    }

    static JsonObject ColourBar(string? name, string format)
    {
        var bar = new JsonObject { ["thickness"] = 10, ["outlinewidth"] = 0, ["len"] = 1, ["xpad"] = 8 };
        if (!string.IsNullOrEmpty(name))
        {
            bar["title"] = new JsonObject { ["text"] = FigureLayout.Plain(name), ["side"] = "right" };
        }

        if (format.Length > 0)
        {
            bar["tickformat"] = format;
        }

        return bar;
    }

    /// <summary>One hue where values lie on one side of zero, two where they lie on both.</summary>
    static void Scale(JsonObject to, IEnumerable<double> values, string letter, bool isSigned, string pale)
    {
        var known = values.Where(double.IsFinite).DefaultIfEmpty().ToArray();
        var (low, high) = (known.Min(), known.Max());
        if (isSigned || (low < 0d && high > 0d))
        {
            var far = Math.Max(Math.Max(-low, high), 1e-9);
            (to[letter + "min"], to[letter + "max"]) = (-far, far);
            to["colorscale"] = Stops(Palette.Down, pale, Palette.Up);
        }
        else
        {
            to["colorscale"] = high > 0d ? Stops(pale, Palette.Line) : Stops(Palette.Line, pale);
        }

        to["showscale"] = true;
    }

    static JsonArray Stops(params string[] colours) =>
        [.. colours.Select((colour, at) => (JsonNode)new JsonArray(JsonValue.Create((double)at / (colours.Length - 1)), JsonValue.Create(colour)))];

    static JsonObject BoxOf(string name, double[] sorted)
    {
        if (sorted.Length == 0)
        {
            throw ChartErrors.Nothing($"{name} has no number");
        }

        var (low, middle, high) = (Series.Quantile(sorted, 0.25), Series.Quantile(sorted, 0.5), Series.Quantile(sorted, 0.75));
        var reach = 1.5 * (high - low);
        return new JsonObject
        {
            ["type"] = "box", ["name"] = FigureLayout.Plain(name), ["x"] = Column.Json([name]), ["showlegend"] = false, ["line"] = new JsonObject { ["width"] = 1.4, ["color"] = Palette.Line },
            ["q1"] = Column.Json([low]), ["median"] = Column.Json([middle]), ["q3"] = Column.Json([high]), ["mean"] = Column.Json([sorted.Average()]),
            ["lowerfence"] = Column.Json([sorted.First(value => value >= low - reach)]), ["upperfence"] = Column.Json([sorted.Last(value => value <= high + reach)]),
        };
    }
}
