namespace Workbench.Scripting.Notebooks;

/// <summary>
/// One thing to show, in as many forms as there are readers: a terminal takes <c>text/plain</c>, a page <c>text/html</c>. Forms whose type
/// ends with <c>json</c> hold JSON text and go over the wire as such; all others are text. Immutable.
/// </summary>
/// <param name="Forms">Content by MIME type, in the order of the types.</param>
public sealed record MimeBundle(IReadOnlyDictionary<string, string> Forms)
{
    /// <summary>MIME type of plain text.</summary>
    public const string PlainText = "text/plain";

    /// <summary>MIME type of HTML.</summary>
    public const string HtmlText = "text/html";

    /// <summary>MIME type of Markdown.</summary>
    public const string MarkdownText = "text/markdown";

    const string StaleWords = "stale: the strategy changed after this run";

    const string StaleBadge =
        "<div class=\"workbench-stale\" style=\"display:inline-block;margin:2px 0;padding:1px 8px;border-radius:9px;font-size:12px;background:#b7791f;color:#fff\">" + StaleWords + "</div>\n";

    /// <summary>The runs that it shows figures of; empty where it shows none.</summary>
    public IReadOnlyList<string> RunIds { get; init; } = [];

    /// <summary>Whether what it shows is of a strategy that was changed since.</summary>
    public bool IsStale { get; init; }

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

    /// <summary>The same, marked: the strategy was changed after the run that it shows.</summary>
    public MimeBundle AsStale() => IsStale ? this : this with
    {
        IsStale = true,
        Forms = Of(Forms.Select(form => (form.Key, form.Key switch
        {
            HtmlText => StaleBadge + form.Value,
            PlainText => $"[{StaleWords}]\n{form.Value}",
            _ => form.Value,
        }))).Forms,
    };

    /// <summary>Whether a form of that type is JSON.</summary>
    public static bool IsJson(string type) => type.EndsWith("json", StringComparison.Ordinal);
}
