using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>How a .dib spaced its cells, kept in metadata under <c>workbench.dib</c> while they live in a .ipynb. Only what is not the usual way is kept.</summary>
static class DibLayout
{
    const string Place = "dib";

    /// <summary>Metadata of a cell that remember its head and tail.</summary>
    public static JsonObject With(JsonObject metadata, string head, string tail) => Put(metadata, new JsonObject { ["head"] = head, ["tail"] = tail });

    /// <summary>Metadata of a file that remember what stood before its first cell.</summary>
    public static JsonObject WithPreamble(JsonObject metadata, string preamble) => Put(metadata, JsonValue.Create(preamble));

    /// <summary>The remembered head and tail; null where there are none.</summary>
    public static (string Head, string Tail)? Of(JsonObject metadata) =>
        Find(metadata) is JsonObject layout && DibReader.Text(layout["head"]) is { } head && DibReader.Text(layout["tail"]) is { } tail ? (head, tail) : null;

    /// <summary>The remembered preamble; null where there is none.</summary>
    public static string? PreambleOf(JsonObject metadata) => DibReader.Text(Find(metadata));

    /// <summary>Metadata of a file that remember no preamble.</summary>
    public static JsonObject WithoutPreamble(JsonObject metadata)
    {
        var copy = (JsonObject)metadata.DeepClone();
        if (PreambleOf(copy) is not null && copy[DibExtras.Name] is JsonObject ours && ours.Remove(Place) && ours.Count == 0)
        {
            copy.Remove(DibExtras.Name);
        }

        return copy;
    }

    static JsonNode? Find(JsonObject metadata) => (metadata[DibExtras.Name] as JsonObject)?[Place];

    static JsonObject Put(JsonObject metadata, JsonNode layout)
    {
        var copy = (JsonObject)metadata.DeepClone();
        if (copy[DibExtras.Name] is not JsonObject ours)
        {
            copy[DibExtras.Name] = ours = [];
        }

        ours[Place] = layout;
        return copy;
    }
}
