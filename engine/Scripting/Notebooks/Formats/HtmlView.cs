using System.Text;

namespace Workbench.Scripting.Notebooks;

/// <summary>What is seen of a value as HTML that needs nothing around it, in the reader's own colours, light or dark.</summary>
static class HtmlView
{
    /// <summary>Length behind which no row is begun any more; a row has a few thousand characters at most.</summary>
    const int EnoughHtml = 150_000;

    // The doubled class outweighs what notebooks do to every table; colours come from the reader's own text wherever they can.
    const string Style = """
        <style>
        .wb-value{font:13px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;max-width:100%;overflow-x:auto;--soft:#66717c;--bad:#b3312c;--line:#7f7f7f30;--rule:#7f7f7f70;--glow:#7f7f7f14}
        @media(prefers-color-scheme:dark){.wb-value{--soft:#98a3ad;--bad:#f0736c}}
        .wb-value.wb-value table{border-collapse:collapse;border:0;margin:0;width:auto;table-layout:auto;font:inherit;color:inherit;background:none}
        .wb-value.wb-value tr,.wb-value.wb-value tr:nth-child(n){background:none}
        .wb-value.wb-value tbody tr:hover{background:var(--glow)}
        .wb-value.wb-value :is(td,th){border:0;border-bottom:1px solid var(--line);padding:3px 14px 3px 0;text-align:left;vertical-align:top;white-space:nowrap;font-weight:400;max-width:none;background:none}
        .wb-value.wb-value tr>:last-child{padding-right:4px}
        .wb-value.wb-value thead th{color:var(--soft);font-size:12px;font-weight:600;border-bottom-color:var(--rule)}
        .wb-value.wb-value tbody>tr:last-child>*{border-bottom:0}
        .wb-value.wb-value tbody th{color:var(--soft)}
        .wb-value.wb-value .n{text-align:right}
        .wb-value.wb-value .w{white-space:pre-wrap;overflow-wrap:anywhere;min-width:6em;max-width:64em}
        .wb-value.wb-value .a{max-width:0}
        .wb-value .s{color:var(--soft)}
        .wb-value .e{color:var(--bad)}
        .wb-value .note{color:var(--soft);font-size:12px;margin-top:3px}
        .wb-value.wb-value pre{font:12px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;color:var(--soft);background:none;margin:3px 0 0;padding:0;white-space:pre-wrap}
        </style>
        """;

    public static string Of(Shown shown)
    {
        var html = new StringBuilder(Style.Replace("\n", "", StringComparison.Ordinal)).Append("<div class=\"wb-value\">");
        Block(html, shown);
        return html.Append("</div>").ToString();
    }

    static void Block(StringBuilder html, Shown shown)
    {
        switch (shown)
        {
            case Sheet sheet:
                Rows(html, sheet);
                break;
            case Trouble trouble:
                Tag(html, "div", "e", trouble.Title);
                Tag(html, "pre", "", trouble.Trace);
                break;
            case Word word:
                Tag(html, "span", Class(word.Kind), word.Text);
                break;
        }
    }

    static void Rows(StringBuilder html, Sheet sheet)
    {
        var width = sheet.Rows.Max(row => (int?)row.Cells.Count) ?? 0;
        var looks = ColumnLook.Of(sheet);
        html.Append("<table>");
        Head(html, sheet.Header, looks);
        html.Append("<tbody>");
        foreach (var row in sheet.Rows)
        {
            if (html.Length > EnoughHtml)
            {
                html.Append("<tr><th>…</th></tr>");
                break;
            }

            Row(html, row, looks, width);
        }

        html.Append("</tbody></table>");
        Tag(html, "div", "note", sheet.Note);
    }

    static void Head(StringBuilder html, IReadOnlyList<string> header, IReadOnlyList<ColumnLook> looks)
    {
        if (header.Count == 0)
        {
            return;
        }

        html.Append("<thead><tr>");
        for (var column = 0; column < header.Count; column++)
        {
            Open(html, "th", looks.ElementAtOrDefault(column)?.IsNumber == true ? "n" : "");
            Text(html, header[column]).Append("</th>");
        }

        html.Append("</tr></thead>");
    }

    static void Row(StringBuilder html, SheetRow row, IReadOnlyList<ColumnLook> looks, int width)
    {
        html.Append("<tr>");
        if (row.Cells.Count == 0)
        {
            html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<td class=\"a {Class(row.Name.Kind)}\" colspan=\"{width + 1}\">");
            Text(html, row.Name.Text).Append("</td></tr>");
            return;
        }

        Open(html, "th", looks[0].IsNumber ? "n" : "");
        Text(html, looks[0].Text(row.Name)).Append("</th>");
        for (var column = 0; column < row.Cells.Count; column++)
        {
            Cell(html, row.Cells[column], looks[column + 1]);
        }

        html.Append("</tr>");
    }

    static void Cell(StringBuilder html, Shown shown, ColumnLook look)
    {
        if (shown is Word word)
        {
            Tag(html, "td", look.IsNumber ? "n" : word.Text.Length > ColumnLook.Wraps ? "w" : "", look.Text(word), Class(word.Kind));
            return;
        }

        html.Append("<td>");
        Block(html, shown);
        html.Append("</td>");
    }

    static void Tag(StringBuilder html, string tag, string look, string text, string more = "")
    {
        if (text.Length == 0 && tag != "td")
        {
            return;
        }

        Open(html, tag, more is "s" or "e" ? (look + " " + more).Trim() : look);
        Text(html, text).Append("</").Append(tag).Append('>');
    }

    static void Open(StringBuilder html, string tag, string look)
    {
        html.Append('<').Append(tag);
        if (look.Length > 0)
        {
            html.Append(" class=\"").Append(look).Append('"');
        }

        html.Append('>');
    }

    static StringBuilder Text(StringBuilder html, string text)
    {
        foreach (var sign in text)
        {
            _ = sign switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                _ => html.Append(sign),
            };
        }

        return html;
    }

    static string Class(WordKind kind) => kind switch
    {
        WordKind.Soft => "s",
        WordKind.Error => "e",
        _ => "",
    };
}
