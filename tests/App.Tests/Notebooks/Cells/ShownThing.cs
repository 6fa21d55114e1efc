using Workbench.Scripting.Notebooks;

namespace Workbench.App.Tests.Notebooks.Cells;

/// <summary>A place in a notebook where a cell showed something; a later cell may replace what stands there.</summary>
sealed class ShownThing(MimeBundle content)
{
    /// <summary>What stands there now.</summary>
    public MimeBundle Content { get; set; } = content;

    /// <summary>Its HTML.</summary>
    public string Html => Content.Forms[MimeBundle.HtmlText];

    /// <summary>Its plain text.</summary>
    public string Plain => Content.Forms[MimeBundle.PlainText];
}
