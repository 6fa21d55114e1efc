namespace Workbench.Scripting.Notebooks;

/// <summary>What a cell can ask of the notebook that it runs in. All members are at hand in a cell without the class's name.</summary>
public static class Cell
{
    /// <summary>Set when the cell is told to stop: a long loop looks at it, or hands it on.</summary>
    /// <exception cref="InvalidOperationException">Called outside of a cell.</exception>
    public static CancellationToken Interrupt => CellContext.Current.Interrupt;

    /// <summary>Shows a value now, in the place that the cell has come to.</summary>
    /// <param name="value">What to show; a <see cref="MimeBundle"/> is shown as it is.</param>
    /// <returns>What can replace it later.</returns>
    /// <exception cref="InvalidOperationException">Called outside of a cell.</exception>
    public static DisplayHandle Display(object? value) => new(CellContext.Current, value);

    /// <summary>Shows HTML.</summary>
    /// <param name="html">The HTML, as it is.</param>
    /// <exception cref="InvalidOperationException">Called outside of a cell.</exception>
    public static DisplayHandle Html(string html) => Display(MimeBundle.Html(html, html));

    /// <summary>Shows Markdown.</summary>
    /// <param name="markdown">The Markdown, as it is.</param>
    /// <exception cref="InvalidOperationException">Called outside of a cell.</exception>
    public static DisplayHandle Markdown(string markdown) => Display(MimeBundle.Of((MimeBundle.MarkdownText, markdown), (MimeBundle.PlainText, markdown)));

    /// <summary>Shows a bar that fills up as the work goes on; dispose it at the end of the work.</summary>
    /// <param name="name">What the work is called.</param>
    /// <param name="total">How much there is to do, more than 0, in whatever unit <see cref="ProgressBar.Report"/> is told.</param>
    /// <exception cref="InvalidOperationException">Called outside of a cell.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is nothing to do.</exception>
    public static ProgressBar Progress(string name, double total) => new(name, total);
}
