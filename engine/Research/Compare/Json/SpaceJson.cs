using System.Text.Json;

namespace Workbench.Research.Compare;

/// <summary>The searched space in JSON.</summary>
static class SpaceJson
{
    public static void Write(Utf8JsonWriter json, SpaceView? space)
    {
        if (space is null)
        {
            json.WriteNull("space");
            return;
        }

        json.WriteStartObject("space");
        json.Array("axes", space.Axes, (to, axis) =>
        {
            to.WriteString("name", axis.Name);
            to.Strings("labels", axis.Labels);
            to.WriteBoolean("numeric", axis.IsNumeric);
        });
        json.Strings("axesLeftOut", space.AxesLeftOut);
        json.Array("maps", space.Maps, Write);
        json.Array("lines", space.Lines, (to, line) =>
        {
            to.Numbers("heights", line.Heights, 4);
            to.WriteString("settings", line.Settings);
            to.Number("objective", line.Objective);
            to.WriteNumber("rank", line.Rank);
        });
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, MapView map)
    {
        json.WriteNumber("across", map.Across);
        json.WriteNumber("down", map.Down);
        Write(json, "best", map.Best);
        Write(json, "middle", map.Middle);
        Write(json, "plateau", map.Plateau);
        Write(json, "counts", [.. map.Counts.Select(row => row.Select(count => (double)count).ToArray())]);
    }

    internal static void Write(Utf8JsonWriter json, string name, double[][] rows)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartArray();
            foreach (var value in row)
            {
                if (double.IsFinite(value))
                {
                    json.WriteNumberValue(Math.Round(value, 5));
                }
                else
                {
                    json.WriteNullValue();
                }
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
