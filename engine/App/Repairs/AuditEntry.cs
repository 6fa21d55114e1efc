using System.Buffers;
using System.Text.Json;
using Workbench.Model;

namespace Workbench.App;

/// <summary>A line of the record that each instrument of a store has of its repairs.</summary>
/// <param name="Kind">Which tape.</param>
/// <param name="Rules">What was found and done, a sentence each.</param>
/// <param name="Rows">Rows with other prices than before; where a source was asked again, all that it gave.</param>
/// <param name="Before">Hex SHA-256 of the data before.</param>
/// <param name="After">Hex SHA-256 of the data after.</param>
/// <param name="Revision">State of the tape after it; 0 where no price changed.</param>
sealed record AuditEntry(string Kind, IReadOnlyList<string> Rules, int Rows, string Before, string After, int Revision)
{
    /// <summary>The line.</summary>
    /// <param name="sequence">Its number, from 1.</param>
    /// <param name="previous">Hash of the one before.</param>
    public byte[] ToJson(long sequence, string previous)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", sequence);
            json.WriteString("previous", previous);
            json.WriteString("time", UtcNanos.ToIso(UtcNanos.From(DateTime.UtcNow)));
            json.WriteString("who", Environment.UserName);
            Write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Its members, into an object that is open.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("kind", Kind);
        json.WriteStartArray("done");
        foreach (var rule in Rules)
        {
            json.WriteStringValue(rule);
        }

        json.WriteEndArray();
        json.WriteNumber("rows", Rows);
        json.WriteString("before", Before);
        json.WriteString("after", After);
        json.WriteNumber("revision", Revision);
    }
}
