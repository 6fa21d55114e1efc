using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>A text as the list of lines that notebooks' files make of it, each with what ends it.</summary>
static class TextLines
{
    // What Python takes for the end of a line: Jupyter splits with its rules, and so a file has the same lines whoever wrote it.
    const string Ends = "\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029";

    /// <summary>The list; empty for an empty text.</summary>
    public static JsonArray Of(string text)
    {
        var lines = new JsonArray();
        for (var from = 0; from < text.Length;)
        {
            var end = text.AsSpan(from).IndexOfAny(Ends);
            var to = end < 0 ? text.Length : from + end + 1;
            to += end >= 0 && text[to - 1] == '\r' && to < text.Length && text[to] == '\n' ? 1 : 0;
            lines.Add(text[from..to]);
            from = to;
        }

        return lines;
    }
}
