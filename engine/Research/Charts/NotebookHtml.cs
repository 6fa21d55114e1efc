using System.IO.Compression;

namespace Workbench.Research;

/// <summary>
/// What figures need on a page before they can be drawn. Notebooks draw <c>text/html</c> and load nothing, so the library stands in one output
/// of the notebook; figures before and behind it wait for it.
/// </summary>
public static class NotebookHtml
{
    /// <summary>
    /// HTML that brings plotly.js and the code that draws figures; a second one on a page does nothing. It is compressed, two fifths of what the
    /// library would take in plain, and unpacked by the browser.
    /// </summary>
    public static string Library() => $$"""
        <script>
        if (!window.WorkbenchFigures) {
        {{DrawScript()}}
        WorkbenchFigures.unpack("{{Convert.ToBase64String(WebAssets.Bytes(Packed))}}");
        }
        </script>

        """;

    /// <summary>plotly.js with all its traces, as plain JavaScript that sets <c>Plotly</c>: for a page that serves its own scripts.</summary>
    public static string PlotlyScript()
    {
        using var packed = new GZipStream(new MemoryStream(WebAssets.Bytes(Packed)), CompressionMode.Decompress);
        using var text = new StreamReader(packed);
        return text.ReadToEnd();
    }

    /// <summary>
    /// The code that draws figures, as plain JavaScript: <c>WorkbenchFigures.show(element, figure)</c> draws a figure's JSON in the colours of
    /// the page around it, and the reason in the element where it cannot; <c>WorkbenchFigures.use(Plotly)</c> says which library to draw with.
    /// </summary>
    public static string DrawScript() => WebAssets.Text("figure.js");

    const string Packed = "plotly-all.js.gz";
}
