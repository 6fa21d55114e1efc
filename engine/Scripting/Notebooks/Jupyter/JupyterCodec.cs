using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// Messages to parts and back, signed: envelope, delimiter, signature, header, parent header, metadata, content
/// (jupyter-client.readthedocs.io/en/stable/messaging.html, "The Wire Protocol").
/// </summary>
sealed class JupyterCodec(string key)
{
    /// <summary>The version of the messaging protocol that is spoken.</summary>
    public const string Protocol = "5.3";

    static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    // Nothing of it lands in a page as it is, so that no letter need be escaped for one.
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly byte[] None = "{}"u8.ToArray();

    readonly MessageSigner signer = new(key);
    readonly SeenSignatures seen = new();
    readonly string session = Guid.NewGuid().ToString("N");
    long count;

    /// <summary>A parent header of what follows from no request.</summary>
    public static byte[] NoParent => None;

    /// <summary>Reads a message.</summary>
    /// <exception cref="InvalidDataException">It is none of ours, and why.</exception>
    public JupyterMessage Decode(ZmtpConnection from, IReadOnlyList<byte[]> parts)
    {
        var at = 0;
        while (at < parts.Count && !parts[at].AsSpan().SequenceEqual(Delimiter))
        {
            at++;
        }

        // Buffers may follow the content; nothing here has a use for them.
        ZmtpWire.Require(parts.Count >= at + 6, "a message lacks parts");
        var (header, parent, metadata, content) = (parts[at + 2], parts[at + 3], parts[at + 4], parts[at + 5]);
        ZmtpWire.Require(signer.IsRight(parts[at + 1], header, parent, metadata, content), "a message is not signed with the connection's key");
        ZmtpWire.Require(!signer.IsOn || seen.Add(parts[at + 1]), "a message came again");
        var head = Parse("header", header);
        var type = Word(head, "msg_type");
        ZmtpWire.Require(type.Length is > 0 and <= 64 && type.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'), "its msg_type is no name");
        Word(head, "msg_id");
        Parse("parent header", parent);
        return new JupyterMessage(from, [.. parts.Take(at)], header, type, Word(head, "session", ""),
            new JupyterFields(type, Parse("metadata", metadata)), new JupyterFields(type, Parse("content", content)));
    }

    /// <summary>Writes a message.</summary>
    /// <param name="envelope">What stands before it.</param>
    /// <param name="type">What it is.</param>
    /// <param name="parent">Header of the request that it follows from.</param>
    /// <param name="content">What it says.</param>
    public IReadOnlyList<byte[]> Encode(IEnumerable<byte[]> envelope, string type, byte[] parent, JsonObject content)
    {
        var header = Bytes(new JsonObject
        {
            ["msg_id"] = string.Create(CultureInfo.InvariantCulture, $"{session}_{Interlocked.Increment(ref count)}"),
            ["session"] = session,
            ["username"] = "workbench",
            ["date"] = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = Protocol,
        });
        var says = Bytes(content);
        return [.. envelope, Delimiter, signer.Sign(header, parent, None, says), header, parent, None, says];
    }

    static JsonElement Parse(string part, byte[] json)
    {
        try
        {
            ZmtpWire.Require(Utf8.IsValid(json), $"its {part} is no UTF-8");
            using var document = JsonDocument.Parse(json);
            ZmtpWire.Require(document.RootElement.ValueKind == JsonValueKind.Object, $"its {part} is no object");
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"its {part} is no JSON");
        }
    }

    static string Word(JsonElement header, string name, string? otherwise = null)
    {
        try
        {
            return (header.TryGetProperty(name, out var word) ? word.GetString() : otherwise) ?? throw new InvalidDataException($"its header has no {name}");
        }
        catch (InvalidOperationException)
        {
            throw new InvalidDataException($"the {name} of its header is no text");
        }
    }

    static byte[] Bytes(JsonObject json)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteTo(writer);
        }

        return bytes.ToArray();
    }
}
