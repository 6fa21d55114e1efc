namespace Workbench.Scripting.Notebooks;

/// <summary>
/// One thing to show, in as many forms as there are readers: a terminal takes <c>text/plain</c>, a page <c>text/html</c>. Forms whose type
/// ends with <c>json</c> hold JSON text and go over the wire as such; all others are text. Immutable.
/// </summary>
/// <param name="Forms">Content by MIME type, in the order of the types.</param>
/// <param name="RunId">The run that it shows figures of; null where it shows none. A reader is told, and told when a newer one made it stale.</param>
public sealed record MimeBundle(IReadOnlyDictionary<string, string> Forms, string? RunId = null)
{
    /// <summary>MIME type of plain text.</summary>
    public const string PlainText = "text/plain";

    /// <summary>MIME type of HTML.</summary>
    public const string HtmlText = "text/html";

    /// <summary>MIME type of Markdown.</summary>
    public const string MarkdownText = "text/markdown";

    /// <summary>Plain text alone.</summary>
    public static MimeBundle Plain(string text) => Of((PlainText, text));

    /// <summary>HTML, with a plain text for readers that draw none.</summary>
    public static MimeBundle Html(string html, string plain) => Of((HtmlText, html), (PlainText, plain));

    /// <summary>These forms.</summary>
    public static MimeBundle Of(params IEnumerable<(string Type, string Content)> forms)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (type, content) in forms)
        {
            sorted[type] = content;
        }

        return new MimeBundle(sorted);
    }

    /// <summary>Whether a form of that type is JSON.</summary>
    public static bool IsJson(string type) => type.EndsWith("json", StringComparison.Ordinal);
}
