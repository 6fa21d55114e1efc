using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workbench.Research;

/// <summary>
/// Writes one self-contained HTML page: style, data as JSON, plotly.js and a script that draws it all. It loads nothing from anywhere, and its
/// content security policy sees to that.
/// </summary>
static class PageWriter
{
    // Nothing from the outside and nothing out, not even by mistake; blob: and data: are for plotly's picture download.
    internal const string Policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; form-action 'none'; base-uri 'none'";

    public static void Write(Stream page, string title, IReadOnlyList<string> styles, IReadOnlyList<string> scripts, Action<Utf8JsonWriter> data)
    {
        Text(page, $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{HtmlEncoder.Default.Encode(title)}</title>
            <style>

            """);
        foreach (var style in styles)
        {
            WebAssets.CopyTo(page, style);
        }

        Text(page, "</style>\n</head>\n<body>\n<main id=\"page\"><noscript>This report draws itself with JavaScript; nothing is loaded from anywhere.</noscript></main>\n<script type=\"application/json\" id=\"data\">");
        WriteData(page, data);
        Text(page, "</script>\n");
        foreach (var asset in (string[])["plotly.js", "page.js", .. scripts])
        {
            Text(page, "<script>\n");
            WebAssets.CopyTo(page, asset);
            Text(page, "\n</script>\n");
        }

        Text(page, "</body>\n</html>\n");
    }

    static void WriteData(Stream page, Action<Utf8JsonWriter> data)
    {
        // The default encoder writes <, > and & as \u003C and so on: no text of a user can close the script element.
        using var json = new Utf8JsonWriter(page, new JsonWriterOptions { Encoder = JavaScriptEncoder.Default });
        data(json);
    }

    static void Text(Stream page, string text) => page.Write(Encoding.UTF8.GetBytes(text));
}
