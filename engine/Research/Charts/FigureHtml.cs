using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Workbench.Research;

/// <summary>A figure as HTML: a place to draw in, its caption, and the few words of script that have it drawn once the library is there.</summary>
static class FigureHtml
{
    /// <summary>The same figure gives the same HTML: the place's name is made of what is drawn, and two alike are drawn one after the other.</summary>
    public static string Fragment(Figure figure)
    {
        var json = FigureJson.Text(figure, standsAlone: false);
        var name = "workbench-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..16];
        var width = figure.Width is { } pixels ? FormattableString.Invariant($"width:{pixels}px;max-width:100%;") : "";
        return $$"""
            <div class="workbench-figure" style="{{width}}overflow-x:auto;overflow-y:hidden">
            <div class="workbench-plot" data-figure="{{name}}" style="min-height:40px"><span style="opacity:.65">{{HtmlEncoder.Default.Encode(figure.ToString())}}</span></div>
            {{Origin.Html(figure.RunIds, figure.IsStale, figure.Notes)}}
            <noscript>This figure draws itself with JavaScript, which is off here.</noscript>
            <script>
            (function wait(tries) {
              const library = window.WorkbenchFigures;
              if (library) library.draw("{{name}}", {{json}});
              else if (tries > 0) setTimeout(wait, 100, tries - 1);
              else for (const place of document.querySelectorAll('[data-figure="{{name}}"]')) place.textContent = "The chart library is not on this page: run the first cell that draws a chart again, or trust the notebook.";
            })(200);
            </script>
            </div>

            """;
    }

    public static string Page(Figure figure) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{PageWriter.Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{HtmlEncoder.Default.Encode(figure.ToString())}</title>
        <style>
        {WebAssets.Text("page.css")}
        </style>
        </head>
        <body>
        <main>
        {NotebookHtml.Library()}
        {Fragment(figure)}
        </main>
        </body>
        </html>

        """;
}
