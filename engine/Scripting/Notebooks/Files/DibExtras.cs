using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// What a .dib's lines cannot say of its cells, kept in the <c>#!meta</c> block under <c>workbench</c>: ids, metadata, blank lines around a cell's
/// text. Only what differs from what the lines alone would give is kept. A cell finds its own again by its text, wherever a hand has moved it.
/// </summary>
sealed class DibExtras
{
    /// <summary>Name of our part of the metadata, here and in cells.</summary>
    public const string Name = "workbench";

    readonly JsonObject said;

    DibExtras(JsonObject said) => this.said = said;

    /// <summary>Whether a backslash was put before lines that would begin a cell.</summary>
    public bool Escaped => said["escaped"] is JsonValue value && value.TryGetValue<bool>(out var escaped) && escaped;

    /// <summary>Magics that begin a cell, beside the usual ones.</summary>
    public IEnumerable<string> Languages => DibReader.Texts(said["languages"] as JsonArray ?? []);

    /// <summary>What the metadata of a file say; nothing where they do not.</summary>
    public static DibExtras Of(JsonObject meta) => new(meta[Name] as JsonObject ?? []);

    /// <summary>What must be said beside the lines.</summary>
    /// <param name="plain">The notebook that the lines alone would give.</param>
    /// <param name="wanted">The one that shall come out.</param>
    public static JsonObject Between(Notebook plain, Notebook wanted)
    {
        var said = new JsonObject();
        var header = Bare(wanted.Metadata);
        if (!JsonNode.DeepEquals(Bare(plain.Metadata), header))
        {
            said["metadata"] = header;
        }

        if ((wanted.Format, wanted.FormatMinor) != (plain.Format, plain.FormatMinor))
        {
            said["format"] = new JsonArray(wanted.Format, wanted.FormatMinor);
        }

        if (wanted.Other.Count > 0)
        {
            said["other"] = wanted.Other.DeepClone();
        }

        var cells = plain.Cells.Zip(wanted.Cells, Between).Select((entry, at) => (entry, at)).Where(each => each.entry.Count > 0).ToList();
        if (cells.Count > 0)
        {
            said["cells"] = new JsonArray([.. cells.Select(each => Addressed(each.entry, each.at, plain.Cells[each.at].Source))]);
            said["count"] = wanted.Cells.Count;
        }

        return said;
    }

    /// <summary>The cells with what is said of them.</summary>
    public Notebook Apply(Notebook plain)
    {
        var entries = Assign(plain.Cells);
        var ids = new CellIds();
        var header = said["metadata"] as JsonObject is { } bare ? Whole(bare, plain.Metadata) : plain.Metadata;
        var format = (said["format"] as JsonArray)?.Select(Number).ToList() ?? [];
        return plain with
        {
            Cells = [.. plain.Cells.Select((cell, at) => Apply(cell, entries[at] ?? [], ids))],
            Metadata = header,
            Format = format is [{ } major, _] ? major : plain.Format,
            FormatMinor = format is [_, { } minor] ? minor : plain.FormatMinor,
            Other = said["other"]?.DeepClone() as JsonObject ?? [],
        };
    }

    static JsonObject Between(NotebookCell plain, NotebookCell wanted)
    {
        var entry = new JsonObject();
        var (before, _, after) = DibText.Trim(wanted.Source);
        Say(entry, "before", before, "");
        Say(entry, "after", after, "");
        Say(entry, "kind", wanted.Kind.ToString(), plain.Kind.ToString());
        Say(entry, "language", wanted.Language, plain.Language);
        Say(entry, "id", wanted.Id, plain.Id);
        if (!JsonNode.DeepEquals(wanted.Metadata, plain.Metadata))
        {
            entry["metadata"] = wanted.Metadata.DeepClone();
        }

        if (wanted.Other.Count > 0)
        {
            entry["other"] = wanted.Other.DeepClone();
        }

        return entry;
    }

    static void Say(JsonObject entry, string name, string wanted, string plain)
    {
        if (wanted != plain)
        {
            entry[name] = wanted;
        }
    }

    static JsonObject Addressed(JsonObject entry, int at, string body)
    {
        entry["cell"] = at + 1;
        entry["text"] = DigestOf(body);
        return entry;
    }

    static NotebookCell Apply(NotebookCell cell, JsonObject entry, CellIds ids)
    {
        var metadata = entry["metadata"]?.DeepClone() as JsonObject ?? cell.Metadata;
        return cell with
        {
            Source = DibReader.Text(entry["before"]) + cell.Source + DibReader.Text(entry["after"]),
            Kind = Enum.TryParse<CellKind>(DibReader.Text(entry["kind"]), out var kind) ? kind : cell.Kind,
            Language = DibReader.Text(entry["language"]) ?? cell.Language,
            Id = ids.Next(DibReader.Text(entry["id"])),
            Metadata = DibLayout.Of(cell.Metadata) is var (head, tail) ? DibLayout.With(metadata, head, tail) : metadata,
            Other = entry["other"]?.DeepClone() as JsonObject ?? [],
        };
    }

    /// <summary>To each cell what was said of it: by text and place, then by text, then by place where no cell came or went.</summary>
    JsonObject?[] Assign(IReadOnlyList<NotebookCell> cells)
    {
        var assigned = new JsonObject?[cells.Count];
        var digests = cells.Select(cell => DigestOf(cell.Source)).ToList();
        var left = (said["cells"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var isWhole = Number(said["count"]) == cells.Count;
        Take((entry, at) => Number(entry["cell"]) == at + 1 && DibReader.Text(entry["text"]) == digests[at]);
        Take((entry, at) => DibReader.Text(entry["text"]) == digests[at]);
        Take((entry, at) => isWhole && Number(entry["cell"]) == at + 1);
        return assigned;

        void Take(Func<JsonObject, int, bool> isOf)
        {
            for (var at = 0; at < assigned.Length; at++)
            {
                if (assigned[at] is null && left.Find(entry => isOf(entry, at)) is { } found)
                {
                    assigned[at] = found;
                    left.Remove(found);
                }
            }
        }
    }

    // What Polyglot says of its kernels stands in the block itself, as Polyglot has it.
    static JsonObject Bare(JsonObject metadata)
    {
        var bare = (JsonObject)metadata.DeepClone();
        if (DibWriter.PolyglotsOf(metadata).Count > 0)
        {
            bare.Remove("polyglot_notebook");
        }

        return bare;
    }

    static JsonObject Whole(JsonObject bare, JsonObject plain)
    {
        var whole = (JsonObject)bare.DeepClone();
        if (plain["polyglot_notebook"] is { } polyglots)
        {
            whole["polyglot_notebook"] = polyglots.DeepClone();
        }

        return whole;
    }

    static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    static string DigestOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))[..8];
}
