using System.Text;
using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// Writes the plain text of Polyglot Notebooks. What is written is read again before it is given out: first the way the file had come, then the usual
/// way with the spacing that its cells remember, then the usual way alone; the first that gives back the notebook is taken.
/// </summary>
static class DibWriter
{
    public static byte[] Write(Notebook notebook) => Encoding.UTF8.GetBytes(TextOf(notebook));

    /// <summary>What Polyglot says of its kernels; empty where it says nothing.</summary>
    public static JsonObject PolyglotsOf(JsonObject metadata) =>
        metadata["polyglot_notebook"] is JsonObject said && !said.ContainsKey(DibExtras.Name) ? said : [];

    static string TextOf(Notebook notebook)
    {
        if (AsItCame(notebook) is var same && Gives(same, notebook))
        {
            return same;
        }

        var wanted = notebook with { Metadata = DibLayout.WithoutPreamble(notebook.Metadata) };
        return Usual(wanted, keepsLayout: true) is { } spaced && Gives(spaced, wanted) ? spaced
            : Usual(wanted, keepsLayout: false) ?? throw new InvalidOperationException("A notebook's plain text has other cells than the notebook.");
    }

    static string AsItCame(Notebook notebook)
    {
        var preamble = DibLayout.PreambleOf(notebook.Metadata) ?? DibReader.Preamble(PolyglotsOf(notebook.Metadata));
        return preamble + Body(notebook, keepsLayout: true, TryParse(DibText.Of(preamble).Meta));
    }

    /// <summary>The usual way; null where the remembered spacing makes other cells of it.</summary>
    static string? Usual(Notebook notebook, bool keepsLayout)
    {
        var meta = (JsonObject)PolyglotsOf(notebook.Metadata).DeepClone();
        var ours = Needed(notebook, meta);
        var plain = Read(With(meta, ours), notebook, keepsLayout);
        if (plain.Cells.Count != notebook.Cells.Count)
        {
            return null;
        }

        foreach (var (name, value) in DibExtras.Between(plain, notebook))
        {
            ours[name] = value?.DeepClone();
        }

        var whole = With(meta, ours);
        return DibReader.Preamble(whole) + Body(notebook, keepsLayout, whole);
    }

    static Notebook Read(JsonObject meta, Notebook notebook, bool keepsLayout) => DibReader.Read("", DibReader.Preamble(meta) + Body(notebook, keepsLayout, meta));

    /// <summary>What must be known to read the lines at all.</summary>
    static JsonObject Needed(Notebook notebook, JsonObject meta)
    {
        var ours = new JsonObject();
        var words = DibReader.WordsOf(meta);
        var more = notebook.Cells.Select(WordOf).Where(word => !words.Contains(word)).Distinct(StringComparer.Ordinal).ToList();
        if (more.Count > 0)
        {
            ours["languages"] = new JsonArray([.. more.Select(word => (JsonNode)word)]);
            words.UnionWith(more);
        }

        if (notebook.Cells.Any(cell => DibText.Escape(cell.Source, words) != cell.Source))
        {
            ours["escaped"] = true;
        }

        return ours;
    }

    static string Body(Notebook notebook, bool keepsLayout, JsonObject meta)
    {
        var words = DibReader.WordsOf(meta);
        var escaped = DibExtras.Of(meta).Escaped;
        var text = new StringBuilder();
        for (var at = 0; at < notebook.Cells.Count; at++)
        {
            var cell = notebook.Cells[at];
            var source = DibText.Trim(cell.Source).Body;
            var layout = keepsLayout ? DibLayout.Of(cell.Metadata) : null;
            var (head, tail) = layout ?? (DibBlock.HeadOf(WordOf(cell)), DibBlock.TailOf(source, at == notebook.Cells.Count - 1));
            text.Append(head).Append(escaped ? DibText.Escape(source, words) : source).Append(tail);
        }

        return text.ToString();
    }

    static string WordOf(NotebookCell cell) => cell.Kind switch
    {
        CellKind.Markdown => CellLanguage.Markdown,
        CellKind.Raw => DibReader.Raw,
        _ => cell.Language.Length > 0 && cell.Language != "meta" && !cell.Language.Any(char.IsWhiteSpace) ? cell.Language : CellLanguage.Default,
    };

    static JsonObject With(JsonObject meta, JsonObject ours)
    {
        var whole = (JsonObject)meta.DeepClone();
        if (ours.Count > 0)
        {
            whole[DibExtras.Name] = ours.DeepClone();
        }

        return whole;
    }

    static JsonObject TryParse(string? meta)
    {
        try
        {
            return string.IsNullOrWhiteSpace(meta) ? [] : JsonNode.Parse(meta) as JsonObject ?? [];
        }
        catch (System.Text.Json.JsonException)
        {
            return [];
        }
    }

    /// <summary>Whether a text, read, is the notebook but for its outputs.</summary>
    static bool Gives(string text, Notebook wanted)
    {
        Notebook read;
        try
        {
            read = DibReader.Read("", text);
        }
        catch (WorkbenchException)
        {
            return false;
        }

        return read.Cells.Count == wanted.Cells.Count
            && (read.Format, read.FormatMinor) == (wanted.Format, wanted.FormatMinor)
            && JsonNode.DeepEquals(read.Metadata, wanted.Metadata)
            && JsonNode.DeepEquals(read.Other, wanted.Other)
            && read.Cells.Zip(wanted.Cells).All(pair => Same(pair.First, pair.Second));
    }

    static bool Same(NotebookCell a, NotebookCell b) =>
        (a.Kind, a.Source, a.Language, a.Id) == (b.Kind, b.Source, b.Language, b.Id)
        && JsonNode.DeepEquals(a.Metadata, b.Metadata)
        && JsonNode.DeepEquals(a.Other, b.Other);
}
