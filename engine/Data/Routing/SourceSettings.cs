using System.Buffers;
using System.Text.Json;
using Workbench.Data.Lake;

namespace Workbench.Data.Routing;

/// <summary>The user's table of sources, data/sources.json: address, priority, on or off. Names that are not known are an error, and so is anything that could be a key.</summary>
/// <param name="path">The file, which need not be there.</param>
public sealed class SourceSettings(string path)
{
    static readonly string[] Members = ["address", "priority", "on"];

    static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>What it says, by source.</summary>
    /// <param name="known">Names of all sources.</param>
    /// <exception cref="WorkbenchException">It is no such table.</exception>
    public IReadOnlyDictionary<string, SourceEntry> Read(IReadOnlyCollection<string> known)
    {
        var entries = new SortedDictionary<string, SourceEntry>(StringComparer.Ordinal);
        if (!File.Exists(path))
        {
            return entries;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            foreach (var source in document.RootElement.EnumerateObject())
            {
                entries[known.Contains(source.Name) ? source.Name : throw Bad($"'{source.Name}' is no source; there are {string.Join(", ", known)}.")] = Entry(source);
            }

            return entries;
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException or FormatException)
        {
            throw Bad($"it is no table of sources: {damage.Message}");
        }
    }

    /// <summary>Changes what it says of a source; nothing that is left of an entry removes it.</summary>
    public void Change(IReadOnlyCollection<string> known, string source, Func<SourceEntry, SourceEntry> change)
    {
        var entries = new SortedDictionary<string, SourceEntry>(Read(known).ToDictionary(), StringComparer.Ordinal);
        entries[source] = change(entries.GetValueOrDefault(source, SourceEntry.Nothing));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = new AtomicFile(path);
            file.Stream.Write(Text(entries));
            file.Commit();
        }
        catch (Exception refusal) when (DiskRefusal.Is(refusal))
        {
            throw RouteErrors.Refused(path, refusal);
        }
    }

    /// <summary>An address that a source may have: keys travel in no clear line but to this machine itself.</summary>
    /// <exception cref="WorkbenchException">It is none.</exception>
    public static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && address.Query.Length == 0
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw RouteErrors.BadAddress(text);

    SourceEntry Entry(JsonProperty source)
    {
        foreach (var member in source.Value.EnumerateObject().Where(member => !Members.Contains(member.Name)))
        {
            throw Bad($"{source.Name} has '{member.Name}'; a source has {string.Join(", ", Members)}. Keys belong into the vault: ./run.sh data sources add {source.Name} --key-env VARIABLE.");
        }

        return new SourceEntry(
            Member(source.Value, "address")?.GetString() is { } address ? Address(address).AbsoluteUri : null,
            Member(source.Value, "priority")?.GetInt32(),
            Member(source.Value, "on")?.GetBoolean());
    }

    static JsonElement? Member(JsonElement of, string name) => of.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    static ReadOnlySpan<byte> Text(SortedDictionary<string, SourceEntry> entries)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            foreach (var (name, entry) in entries.Where(pair => pair.Value != SourceEntry.Nothing))
            {
                json.WriteStartObject(name);
                Write(json, entry);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    static void Write(Utf8JsonWriter json, SourceEntry entry)
    {
        if (entry.Address is { } address)
        {
            json.WriteString("address", address);
        }

        if (entry.Priority is { } priority)
        {
            json.WriteNumber("priority", priority);
        }

        if (entry.On is { } on)
        {
            json.WriteBoolean("on", on);
        }
    }

    WorkbenchException Bad(string why) => RouteErrors.BadSettings(path, why);
}
