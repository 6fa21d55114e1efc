using System.Text.Json.Nodes;

namespace Workbench.Research;

/// <summary>Plotly's traces, as the house uses them.</summary>
static class Trace
{
    public static JsonObject Line(Column x, double[] y, string? name) => Named(name, new JsonObject
    {
        ["type"] = "scatter", ["mode"] = "lines", ["x"] = x.ToJson(), ["y"] = Column.Json(y), ["connectgaps"] = false, ["line"] = new JsonObject { ["width"] = 1.6 },
    });

    /// <summary>With holes bridged, for what is known throughout and stands where a market was closed.</summary>
    public static JsonObject Unbroken(this JsonObject trace)
    {
        trace["connectgaps"] = true;
        return trace;
    }

    public static JsonObject Coloured(this JsonObject trace, string colour, double width = 1.6)
    {
        trace["line"] = new JsonObject { ["color"] = colour, ["width"] = width };
        return trace;
    }

    /// <summary>With the stretch down to zero filled.</summary>
    public static JsonObject Filled(this JsonObject trace, string colour)
    {
        (trace["fill"], trace["fillcolor"]) = ("tozeroy", Palette.Fade(colour, 0.18));
        return trace.Coloured(colour, 1d);
    }

    public static JsonObject Markers(Column x, double[] y, string? name, JsonObject marker) => Named(name, new JsonObject
    {
        ["type"] = "scatter", ["mode"] = "markers", ["x"] = x.ToJson(), ["y"] = Column.Json(y), ["marker"] = marker,
    });

    public static JsonObject Bars(Column x, double[] y, string? name) => Named(name, new JsonObject
    {
        ["type"] = "bar", ["x"] = x.ToJson(), ["y"] = Column.Json(y), ["marker"] = new JsonObject { ["line"] = new JsonObject { ["width"] = 0 } },
    });

    public static JsonObject Candles(Candles candles) => Named(candles.Symbol, new JsonObject
    {
        ["type"] = "candlestick", ["x"] = Column.Json(candles.Times),
        ["open"] = Column.Json(candles.Open), ["high"] = Column.Json(candles.High), ["low"] = Column.Json(candles.Low), ["close"] = Column.Json(candles.Close),
        ["line"] = new JsonObject { ["width"] = 1 }, ["increasing"] = Body(Palette.Up), ["decreasing"] = Body(Palette.Down),
        ["showlegend"] = false, ["hoverlabel"] = new JsonObject { ["split"] = false },
    });

    /// <summary>With texts to show where one points; they are text and nothing else.</summary>
    public static JsonObject Told(this JsonObject trace, IEnumerable<string> texts)
    {
        (trace["text"], trace["hoverinfo"]) = (Column.Json(texts.Select(FigureLayout.Plain)), "text");
        return trace;
    }

    /// <summary>The trace in a colour, unless it has one of its own.</summary>
    public static JsonObject Tinted(JsonObject trace, string colour)
    {
        var part = trace["type"]!.GetValue<string>() switch { "bar" => "marker", "scatter" => trace["mode"]!.GetValue<string>() == "lines" ? "line" : "marker", _ => null };
        var tinted = trace.DeepClone().AsObject();
        if (part is not null)
        {
            tinted[part]!.AsObject().TryAdd("color", colour);
        }

        return tinted;
    }

    public static JsonObject Named(string? name, JsonObject trace)
    {
        if (string.IsNullOrEmpty(name))
        {
            trace["showlegend"] = false;
        }
        else
        {
            trace["name"] = FigureLayout.Plain(name);
        }

        return trace;
    }

    static JsonObject Body(string colour) => new() { ["line"] = new JsonObject { ["color"] = colour }, ["fillcolor"] = colour };
}
