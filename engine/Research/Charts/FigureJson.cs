using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Research;

/// <summary>Writes a figure as Plotly reads it.</summary>
static class FigureJson
{
    /// <param name="figure">What to write.</param>
    /// <param name="standsAlone">Whether the caption is to stand within the figure, because nothing is around it.</param>
    public static string Text(Figure figure, bool standsAlone)
    {
        using var bytes = new MemoryStream();
        // The default encoder writes < and > as \u003C and so on: no text of a user can close a script element.
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.Default }))
        {
            Write(json, figure, standsAlone);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    static void Write(Utf8JsonWriter json, Figure figure, bool standsAlone)
    {
        json.WriteStartObject();
        json.WriteStartArray("data");
        for (var at = 0; at < figure.Panels.Count; at++)
        {
            foreach (var trace in figure.Panels[at].Traces)
            {
                WriteTrace(json, trace, figure.SharesX ? 0 : at, at);
            }
        }

        json.WriteEndArray();
        json.WritePropertyName("layout");
        FigureLayout.Of(figure, standsAlone).WriteTo(json);
        json.WritePropertyName("config");
        Config().WriteTo(json);
        json.WriteEndObject();
    }

    static void WriteTrace(Utf8JsonWriter json, JsonObject trace, int x, int y)
    {
        json.WriteStartObject();
        foreach (var (name, value) in trace)
        {
            json.WritePropertyName(name);
            WriteNode(json, value);
        }

        json.WriteString("xaxis", FigureLayout.Axis("x", x));
        json.WriteString("yaxis", FigureLayout.Axis("y", y));
        json.WriteEndObject();
    }

    static void WriteNode(Utf8JsonWriter json, JsonNode? value)
    {
        if (value is null)
        {
            json.WriteNullValue();
        }
        else
        {
            value.WriteTo(json);
        }
    }

    // Plotly's own tool bar can upload a chart to its makers' cloud: a trader's results stay where they are.
    static JsonObject Config() => new()
    {
        ["responsive"] = true,
        ["displaylogo"] = false,
        ["showSendToCloud"] = false,
        ["showEditInChartStudio"] = false,
        ["displayModeBar"] = "hover",
        ["modeBarButtonsToRemove"] = Column.Json(["sendChartToCloud", "sendDataToCloud", "select2d", "lasso2d", "autoScale2d", "zoomIn2d", "zoomOut2d"]),
        ["toImageButtonOptions"] = new JsonObject { ["scale"] = 2 },
    };
}
