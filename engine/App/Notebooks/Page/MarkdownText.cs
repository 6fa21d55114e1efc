using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Workbench.App;

/// <summary>
/// Markdown as HTML that may stand in the page itself: HTML in the text is shown as text, since whoever wrote a notebook must not be able to press the
/// page's buttons. Links lead to the web, to a mail or within the page; pictures are those that the text itself holds.
/// </summary>
static class MarkdownText
{
    const int MostLetters = 500_000;

    static readonly string[] Schemes = ["http:", "https:", "mailto:", "#"];

    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseEmphasisExtras().UseTaskLists().UseAutoLinks().UseFootnotes().UseListExtras().DisableHtml().Build();

    public static string ToHtml(string text)
    {
        var document = Markdown.Parse(text.Length <= MostLetters ? text : text[..MostLetters], Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = link.IsImage ? PictureOf(link.Url) : TargetOf(link.Url);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail))
        {
            link.Url = TargetOf(link.Url) ?? "";
        }

        return document.ToHtml(Pipeline);
    }

    static string? TargetOf(string? url) =>
        url is null || Array.Exists(Schemes, scheme => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) || IsBeside(url) ? url : "";

    // Another notebook of the folder: no scheme, and no way out.
    static bool IsBeside(string url) => !url.Contains(':', StringComparison.Ordinal) && !url.StartsWith('/') && !url.StartsWith('\\');

    static string PictureOf(string? url) => url?.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) == true ? url : "";
}
