using System.Text;
using System.Text.Encodings.Web;

namespace Workbench.Research;

/// <summary>A table as HTML without a style sheet, which notebooks would not carry: each cell brings its few words of style, and ink and ground are the page's.</summary>
static class TableHtml
{
    const string Cell = "padding:3px 10px;white-space:nowrap;border-bottom:1px solid rgba(128,140,150,.25);background:transparent;";

    public static string Of(DataTable table)
    {
        var html = new StringBuilder("<div class=\"workbench-table\" style=\"overflow-x:auto\"><table style=\"border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums;border:0\">\n<thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Append("<th scope=\"col\" style=\"").Append(Cell).Append(Side(column)).Append("font-weight:600;font-size:12px\"><span style=\"opacity:.65\">").Append(Plain(column.Name)).Append("</span></th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Shown())
        {
            AddRow(html, table, row);
        }

        return html.Append("</tbody></table></div>\n").Append(Origin.Html(table.RunIds, table.IsStale, table.AllNotes)).Append('\n').ToString();
    }

    static void AddRow(StringBuilder html, DataTable table, IReadOnlyList<TableCell> row)
    {
        html.Append("<tr>");
        for (var at = 0; at < row.Count; at++)
        {
            var cell = row[at];
            var text = cell.IsBold ? "<b>" + Plain(cell.Text) + "</b>" : Plain(cell.Text);
            var hint = cell.Hint is null ? "" : " title=\"" + Plain(cell.Hint) + "\"";
            html.Append("<td").Append(hint).Append(" style=\"").Append(Cell).Append(Side(table.Columns[at])).Append(Tone(cell.Sign)).Append("\">").Append(text).Append("</td>");
        }

        html.Append("</tr>\n");
    }

    static string Side(TableColumn column) => column.IsText ? "text-align:left;" : "text-align:right;";

    // Between the palette's light and dark twins: legible on either ground, since a cell cannot ask which it stands on.
    static string Tone(int sign) => sign switch { > 0 => "color:#249a72;", < 0 => "color:#d9534a;", _ => "" };

    static string Plain(string text) => HtmlEncoder.Default.Encode(text);
}
