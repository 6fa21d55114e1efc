using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workbench.App;

/// <summary>One line of the ledger: a single trial, or a batch of them that lies in a file of its own.</summary>
/// <param name="Source">Who tried: hand, notebook, sweep, evolve, walkforward …</param>
/// <param name="Family">What they are tries at.</param>
/// <param name="Single">The trial; null where there are several.</param>
/// <param name="Batch">Hex SHA-256 of the batch's file, which is its name, too; null where there is one trial.</param>
/// <param name="Count">How many.</param>
sealed record TrialLine(string Source, TrialFamily Family, Trial? Single, string? Batch, int Count)
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As a line, without its end. Written by hand, as a backtest cannot wait for reflection.</summary>
    public byte[] ToJson(long sequence, string previous, string time, TrialOrigin? origin)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", sequence);
            json.WriteString("previous", previous);
            json.WriteString("time", time);
            json.WriteString("who", Environment.UserName);
            json.WriteString("source", Source);
            WriteFamily(json);
            WriteOrigin(json, origin);
            json.WriteNumber("count", Count);
            WriteTrials(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>From a line.</summary>
    /// <exception cref="JsonException">It is none of this version.</exception>
    public static TrialLine FromJson(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            var family = new TrialFamily(
                json.GetProperty("lineage").GetString()!, [.. json.GetProperty("instruments").EnumerateArray().Select(each => each.GetString()!)],
                json.GetProperty("from").GetInt64(), json.GetProperty("to").GetInt64());
            return new TrialLine(
                json.GetProperty("source").GetString()!, family, json.TryGetProperty("trial", out var trial) ? TrialOf(trial) : null,
                json.TryGetProperty("batch", out var batch) ? batch.GetString() : null, json.GetProperty("count").GetInt32());
        }
        catch (Exception other) when (other is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException(other.Message, other);
        }
    }

    void WriteFamily(Utf8JsonWriter json)
    {
        json.WriteString("lineage", Family.Lineage);
        json.WriteStartArray("instruments");
        foreach (var symbol in Family.Instruments)
        {
            json.WriteStringValue(symbol);
        }

        json.WriteEndArray();
        json.WriteNumber("from", Family.From);
        json.WriteNumber("to", Family.To);
    }

    static void WriteOrigin(Utf8JsonWriter json, TrialOrigin? origin)
    {
        if (origin is null)
        {
            return;
        }

        json.WriteString("of", origin.Of);
        json.WriteNumber("seed", origin.Seed);
        json.WriteStartArray("tapes");
        foreach (var tape in origin.Tapes)
        {
            json.WriteStringValue(tape);
        }

        json.WriteEndArray();
    }

    void WriteTrials(Utf8JsonWriter json)
    {
        if (Batch is not null)
        {
            json.WriteString("batch", Batch);
        }

        if (Single is { } trial)
        {
            json.WriteStartObject("trial");
            json.WriteString("key", trial.Key);
            json.WriteString("behaviour", trial.Behaviour);
            json.WriteString("state", trial.State);
            Write(json, "sharpe", trial.Sharpe);
            Write(json, "objective", trial.Objective);
            json.WriteEndObject();
        }
    }

    static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    static Trial TrialOf(JsonElement json) => new(
        json.GetProperty("key").GetString()!, json.GetProperty("behaviour").GetString(), json.GetProperty("state").GetString()!,
        Number(json.GetProperty("sharpe")), Number(json.GetProperty("objective")));

    static double? Number(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : json.GetDouble();
}
