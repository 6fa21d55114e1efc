using System.Globalization;
using System.Text.Json.Nodes;

namespace Workbench.Research;

/// <summary>Where the panels of a figure stand, and how all of it looks: one quiet style for every chart of the house.</summary>
static class FigureLayout
{
    /// <summary>Between two rows or columns of panels, as a share of the figure.</summary>
    const double RowGap = 0.07;
    const double ColumnGap = 0.08;

    public static JsonObject Of(Figure figure, bool standsAlone)
    {
        var hasLegend = figure.Panels.Any(panel => panel.Named > 1);
        var caption = standsAlone ? string.Join(" · ", Origin.Words(figure.RunIds, false, figure.Notes)) : "";
        var layout = new JsonObject
        {
            ["template"] = Template(),
            ["autosize"] = figure.Width is null,
            ["height"] = HeightOf(figure),
            ["margin"] = Margin(figure, hasLegend, caption.Length > 0),
            ["showlegend"] = hasLegend,
            ["hovermode"] = figure.Panels.All(panel => panel.IsUnified) ? "x unified" : "closest",
        };
        if (figure.Width is { } width)
        {
            layout["width"] = width;
        }

        if (figure.SharesX)
        {
            layout["hoversubplots"] = "axis";
        }

        if (figure.Heading.Length > 0)
        {
            layout["title"] = new JsonObject { ["text"] = Plain(figure.Heading) };
        }

        AddAxes(layout, figure);
        AddTexts(layout, figure, standsAlone && figure.IsStale, caption);
        return layout;
    }

    /// <summary>The name of an axis: <c>x</c>, <c>x2</c>, ….</summary>
    public static string Axis(string letter, int at) => at == 0 ? letter : letter + (at + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Plotly reads a few HTML tags in texts; a name is text and nothing else.</summary>
    public static string Plain(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    static int HeightOf(Figure figure)
    {
        var rows = (figure.Panels.Count + figure.Columns - 1) / figure.Columns;
        return figure.Height ?? (rows == 1 ? Figure.UsualHeight : Math.Min(200 + 180 * rows, 1_400));
    }

    static JsonObject Margin(Figure figure, bool hasLegend, bool hasCaption) => new()
    {
        ["l"] = 8,
        ["r"] = 12,
        ["t"] = 16 + (figure.Heading.Length > 0 ? 28 : hasLegend ? 14 : 0) + (hasLegend ? figure.Panels.Sum(panel => panel.Named) > 5 ? 40 : 20 : 0) + (figure.Panels.Any(panel => panel.Title.Length > 0) ? 12 : 0),
        ["b"] = hasCaption ? 52 : 8,
    };

    static void AddAxes(JsonObject layout, Figure figure)
    {
        var boxes = Boxes(figure);
        for (var at = 0; at < figure.Panels.Count; at++)
        {
            var (panel, box) = (figure.Panels[at], boxes[at]);
            layout["yaxis" + Suffix(at)] = YAxis(panel, box, figure.SharesX ? "x" : Axis("x", at));
            if (!figure.SharesX)
            {
                layout["xaxis" + Suffix(at)] = XAxis(panel, box.Left, box.Right, Axis("y", at));
            }
        }

        if (figure.SharesX)
        {
            // It stands under the last panel; what is zoomed in one panel is zoomed in all.
            var last = figure.Panels[^1];
            var closed = figure.Panels.FirstOrDefault(panel => panel.Closed.Count > 0)?.Closed ?? [];
            layout["xaxis"] = XAxis(last with { Closed = closed }, 0d, 1d, Axis("y", figure.Panels.Count - 1));
        }
    }

    static string Suffix(int at) => at == 0 ? "" : (at + 1).ToString(CultureInfo.InvariantCulture);

    static JsonObject XAxis(Panel panel, double left, double right, string anchor)
    {
        var axis = new JsonObject
        {
            ["type"] = panel.X switch { AxisKind.Time => "date", AxisKind.Name => "category", _ => "linear" },
            ["domain"] = Column.Json([left, right]),
            ["anchor"] = anchor,
        };
        AddTitle(axis, panel.XTitle);
        AddGrid(axis, panel);
        if (panel.X == AxisKind.Time)
        {
            axis["hoverformat"] = "%Y-%m-%d %H:%M:%S UTC";
        }

        if (panel.Closed.Count > 0)
        {
            axis["rangebreaks"] = new JsonArray([.. panel.Closed.Select(hole => new JsonObject { ["bounds"] = Column.Json([Iso(hole.From), Iso(hole.To)]) })]);
        }

        return axis;
    }

    static JsonObject YAxis(Panel panel, (double Left, double Right, double Bottom, double Top) box, string anchor)
    {
        var axis = new JsonObject { ["domain"] = Column.Json([box.Bottom, box.Top]), ["anchor"] = anchor };
        AddTitle(axis, panel.YTitle);
        AddGrid(axis, panel);
        if (panel.YIsNames)
        {
            (axis["type"], axis["autorange"]) = ("category", "reversed");
        }
        else if (panel.IsLog)
        {
            axis["type"] = "log";
        }

        if (panel.YFormat.Length > 0)
        {
            (axis["tickformat"], axis["hoverformat"]) = (panel.YFormat, panel.YFormat);
        }

        return axis;
    }

    static void AddGrid(JsonObject axis, Panel panel)
    {
        if (!panel.HasGrid)
        {
            axis["showgrid"] = false;
        }
    }

    static void AddTitle(JsonObject axis, string title)
    {
        if (title.Length > 0)
        {
            axis["title"] = new JsonObject { ["text"] = Plain(title) };
        }
    }

    /// <summary>Each panel's share of the figure, row by row from the top; heights go by weight.</summary>
    static List<(double Left, double Right, double Bottom, double Top)> Boxes(Figure figure)
    {
        var columns = Math.Min(figure.Columns, figure.Panels.Count);
        var rows = figure.Panels.Chunk(columns).Select(row => row.Max(panel => panel.Weight)).ToList();
        var (width, height) = ((1d - ColumnGap * (columns - 1)) / columns, (1d - RowGap * (rows.Count - 1)) / rows.Sum());
        var boxes = new List<(double, double, double, double)>();
        var top = 1d;
        foreach (var weight in rows)
        {
            var bottom = Math.Max(0d, top - weight * height);
            for (var column = 0; column < columns; column++)
            {
                var left = column * (width + ColumnGap);
                boxes.Add((left, Math.Min(1d, left + width), bottom, top));
            }

            top = bottom - RowGap;
        }

        return boxes;
    }

    static void AddTexts(JsonObject layout, Figure figure, bool isStale, string caption)
    {
        var boxes = Boxes(figure);
        var texts = new JsonArray();
        for (var at = 0; at < figure.Panels.Count; at++)
        {
            if (figure.Panels[at].Title.Length > 0)
            {
                texts.Add(Text("<b>" + Plain(figure.Panels[at].Title) + "</b>", boxes[at].Left, boxes[at].Top, "bottom"));
            }
        }

        if (caption.Length > 0)
        {
            var text = Text(Plain(caption), 0d, 0d, "top");
            (text["yshift"], text["name"]) = (-30, "origin");
            texts.Add(text);
        }

        if (isStale)
        {
            texts.Add(StaleBadge());
        }

        if (texts.Count > 0)
        {
            layout["annotations"] = texts;
        }
    }

    static JsonObject Text(string text, double x, double y, string anchor) => new()
    {
        ["text"] = text, ["x"] = x, ["y"] = y, ["xref"] = "paper", ["yref"] = "paper", ["xanchor"] = "left", ["yanchor"] = anchor,
        ["showarrow"] = false, ["font"] = new JsonObject { ["size"] = 12, ["color"] = Palette.Soft },
    };

    static JsonObject StaleBadge() => new()
    {
        ["text"] = "<b>" + Origin.Stale + "</b>", ["x"] = 1, ["y"] = 1, ["xref"] = "paper", ["yref"] = "paper", ["xanchor"] = "right", ["yanchor"] = "top",
        ["showarrow"] = false, ["name"] = "stale", ["font"] = new JsonObject { ["size"] = 12, ["color"] = Palette.Warn },
        ["bgcolor"] = Palette.WarnGround, ["bordercolor"] = Palette.WarnRule, ["borderpad"] = 3,
    };

    static string Iso(double milliseconds) =>
        DateTime.UnixEpoch.AddMilliseconds(milliseconds).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    static JsonObject Template() => new()
    {
        ["layout"] = new JsonObject
        {
            ["paper_bgcolor"] = "rgba(0,0,0,0)",
            ["plot_bgcolor"] = "rgba(0,0,0,0)",
            ["colorway"] = Column.Json(Palette.Lines),
            ["font"] = new JsonObject { ["family"] = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, sans-serif", ["size"] = 12, ["color"] = Palette.Soft },
            ["title"] = new JsonObject
            {
                ["x"] = 0, ["xref"] = "paper", ["xanchor"] = "left", ["y"] = 1, ["yref"] = "container", ["yanchor"] = "top", ["pad"] = new JsonObject { ["t"] = 10 },
                ["font"] = new JsonObject { ["size"] = 15, ["color"] = Palette.Ink, ["weight"] = 600 },
            },
            ["legend"] = new JsonObject { ["orientation"] = "h", ["x"] = 1, ["xanchor"] = "right", ["y"] = 1.01, ["yanchor"] = "bottom", ["bgcolor"] = "rgba(0,0,0,0)" },
            ["hoverlabel"] = new JsonObject
            {
                ["bgcolor"] = Palette.Card, ["bordercolor"] = Palette.Rule, ["align"] = "left", ["font"] = new JsonObject { ["color"] = Palette.Ink, ["size"] = 12 },
            },
            ["modebar"] = new JsonObject { ["bgcolor"] = "rgba(0,0,0,0)", ["color"] = Palette.Faint, ["activecolor"] = Palette.Ink },
            ["xaxis"] = AxisStyle(isTime: true),
            ["yaxis"] = AxisStyle(isTime: false),
            ["bargap"] = 0.12,
        },
    };

    static JsonObject AxisStyle(bool isTime)
    {
        var axis = new JsonObject
        {
            ["gridcolor"] = Palette.Rule, ["linecolor"] = Palette.Rule, ["zeroline"] = false, ["automargin"] = true, ["ticks"] = "", ["title"] = new JsonObject { ["standoff"] = 8 },
        };
        if (isTime)
        {
            axis["rangeslider"] = new JsonObject { ["visible"] = false };
        }

        return axis;
    }
}
