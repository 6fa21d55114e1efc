using System.Text.Json;

namespace Workbench.Research;

/// <summary>What was seen, as every document of results says it: which data by hash, and what the check had said of them.</summary>
public static class DataJson
{
    /// <summary>Writes the member <c>data</c> into an object that is begun.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<DataIdentity> data) => json.Array("data", data, Members);

    /// <summary>One of them, as it was written.</summary>
    internal static DataIdentity Read(JsonElement json) => new(
        json.Text("instrument"), json.Text("kind"), json.Time("from"), json.Time("to"), json.Long("count"),
        json.Text("sha256"), json.Text("source"), json.Int("gaps"))
    {
        // Runs from before there were checks say nothing.
        Quality = json.TryGetProperty("quality", out var quality) ? Enum.Parse<DataQuality>(quality.GetString()!, ignoreCase: true) : DataQuality.Unchecked,
        QualityNote = json.TryGetProperty("qualityNote", out var note) ? note.GetString()! : "",
    };

    /// <summary>Writes the members of one into an object that is begun.</summary>
    public static void Members(Utf8JsonWriter json, DataIdentity data)
    {
        json.WriteString("instrument", data.Instrument);
        json.WriteString("kind", data.Kind);
        json.Time("from", data.From);
        json.Time("to", data.To);
        json.WriteNumber("count", data.Count);
        json.WriteString("sha256", data.Sha256);
        json.WriteString("source", data.Source);
        json.WriteNumber("gaps", data.Gaps);
        json.WriteString("quality", data.Quality.ToString().ToLowerInvariant());
        json.WriteString("qualityNote", data.QualityNote);
    }
}
