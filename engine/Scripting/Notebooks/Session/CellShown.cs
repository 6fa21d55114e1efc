using System.Net;

namespace Workbench.Scripting.Notebooks;

/// <summary>What the parts of a cell that are no C# look like.</summary>
static class CellShown
{
    public static MimeBundle Of(CellPart part, CellState state) => part.Kind switch
    {
        CellPartKind.Markdown => MimeBundle.Of((MimeBundle.MarkdownText, part.Text), (MimeBundle.PlainText, part.Text)),
        CellPartKind.Html => MimeBundle.Html(part.Text, part.Text),
        CellPartKind.JavaScript => JavaScript(part.Text),
        CellPartKind.Mermaid => MimeBundle.Of(
            ("text/vnd.mermaid", part.Text), (MimeBundle.HtmlText, $"<pre class=\"mermaid\">{WebUtility.HtmlEncode(part.Text)}</pre>"), (MimeBundle.PlainText, part.Text)),
        CellPartKind.Help => Help(),
        CellPartKind.Who => MimeBundle.Plain(string.Join(' ', Submission.Variables(state.Last).Select(variable => variable.Name)) is { Length: > 0 } names ? names : "no variables"),
        _ => Table(["Variable", "Type", "Value"], Submission.Variables(state.Last).Select(each => new[] { each.Name, TypeName.Of(each.Type), InALine(each.Value) })),
    };

    /// <summary>A variable's value beside its name.</summary>
    public static string InALine(object? value)
    {
        Patience.Begin();
        return OneLine.Of(value).Text;
    }

    // The text stands inside of an element that its own end tag would end.
    static MimeBundle JavaScript(string text) => MimeBundle.Of(
        ("application/javascript", text),
        (MimeBundle.HtmlText, $"<script>{text.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)}</script>"),
        (MimeBundle.PlainText, text));

    static MimeBundle Help() => Table(["Magic", "What it does"], CellMagic.All.Select(magic => new[] { magic.Word, magic.Summary }));

    static MimeBundle Table(string[] head, IEnumerable<string[]> rows)
    {
        string[][] all = [head, .. rows];
        var widths = head.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        var plain = string.Join('\n', all.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
        var html = string.Concat(all.Select((row, at) => $"<tr>{string.Concat(row.Select(cell => Cell(cell, at == 0 ? "th" : "td")))}</tr>"));
        return MimeBundle.Html($"<table>{html}</table>", plain);
    }

    static string Cell(string text, string tag) => $"<{tag} style=\"text-align:left\">{WebUtility.HtmlEncode(text)}</{tag}>";
}
