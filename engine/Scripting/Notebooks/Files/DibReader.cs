using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>Reads the plain text of Polyglot Notebooks. How a file spaces its cells is remembered where it is not the usual way, so that it can be written again as it was.</summary>
static class DibReader
{
    /// <summary>The magic of cells that nobody runs or shows.</summary>
    public const string Raw = "raw";

    /// <summary>Magics that begin a cell in every file.</summary>
    static readonly string[] Known =
    [
        "csharp", "c#", "C#", "fsharp", "f#", "F#", "pwsh", "powershell", "javascript", "js", "html", "markdown", "md", "mermaid",
        "sql", "kql", "http", "value", Raw,
    ];

    public static Notebook Read(string path, byte[] bytes)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        try
        {
            return Read(path, strict.GetString(bytes));
        }
        catch (DecoderFallbackException error)
        {
            throw NotebookFileErrors.Broken(path, JsonPlace.LineAt(bytes, Math.Clamp(error.Index, 0, bytes.Length)), "this is no text in UTF-8.");
        }
    }

    public static Notebook Read(string path, string text)
    {
        var pieces = DibText.Of(text);
        var meta = Meta(path, pieces);
        var extras = DibExtras.Of(meta);
        var words = WordsOf(meta);
        var standard = meta["kernelInfo"] is JsonObject ? CellLanguage.OfNotebook(new JsonObject { ["polyglot_notebook"] = meta.DeepClone() }) : CellLanguage.Default;
        var blocks = pieces.Blocks(words);
        var cells = blocks.Select((block, at) => Cell(block, standard, extras.Escaped ? words : null, at == blocks.Count - 1)).ToList();
        var notebook = extras.Apply(new Notebook(cells) { Metadata = NotebookHeader.For(Polyglots(meta)) });
        return pieces.Preamble == Preamble(meta) ? notebook : notebook with { Metadata = DibLayout.WithPreamble(notebook.Metadata, pieces.Preamble) };
    }

    /// <summary>What is written before the first cell for these metadata.</summary>
    public static string Preamble(JsonObject meta) => meta.Count == 0 ? "" : $"#!meta\n\n{NotebookJson.WriteLine(meta)}\n\n";

    /// <summary>The magics that begin a cell of a file with these metadata.</summary>
    public static HashSet<string> WordsOf(JsonObject meta)
    {
        var words = new HashSet<string>(Known, StringComparer.Ordinal);
        words.UnionWith(DibExtras.Of(meta).Languages);
        foreach (var kernel in (meta["kernelInfo"] as JsonObject)?["items"] as JsonArray ?? [])
        {
            words.UnionWith(Texts((kernel as JsonObject)?["aliases"] as JsonArray ?? []).Append(Text((kernel as JsonObject)?["name"])).OfType<string>());
        }

        words.RemoveWhere(string.IsNullOrWhiteSpace);
        return words;
    }

    static NotebookCell Cell(DibBlock block, string standard, IReadOnlySet<string>? escaped, bool isLast)
    {
        var language = block.Word is null ? standard : CellLanguage.Plain(block.Word);
        var kind = language switch { CellLanguage.Markdown => CellKind.Markdown, Raw => CellKind.Raw, _ => CellKind.Code };
        var cell = new NotebookCell(kind, escaped is null ? block.Body : DibText.Unescape(block.Body, escaped))
        {
            Language = kind == CellKind.Code ? language : CellLanguage.Default,
            Id = "",
            Metadata = kind == CellKind.Code ? NotebookHeader.OfCell(language) : [],
        };
        return block.Head == DibBlock.HeadOf(language) && block.Tail == DibBlock.TailOf(block.Body, isLast)
            ? cell
            : cell with { Metadata = DibLayout.With(cell.Metadata, block.Head, block.Tail) };
    }

    static JsonObject Meta(string path, DibText pieces)
    {
        if (string.IsNullOrWhiteSpace(pieces.Meta))
        {
            return [];
        }

        try
        {
            return JsonNode.Parse(pieces.Meta, null, new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject
                ?? throw NotebookFileErrors.Broken(path, pieces.MetaLine, "the #!meta block holds no JSON object.");
        }
        catch (JsonException error)
        {
            throw NotebookFileErrors.Broken(path, pieces.MetaLine + (int)(error.LineNumber ?? 0), "the #!meta block is no JSON: " + error.Message.Split(" LineNumber:")[0]);
        }
    }

    static JsonObject Polyglots(JsonObject meta)
    {
        var polyglots = (JsonObject)meta.DeepClone();
        polyglots.Remove(DibExtras.Name);
        return polyglots;
    }

    internal static IEnumerable<string> Texts(JsonArray list) => list.Select(Text).OfType<string>();

    internal static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
