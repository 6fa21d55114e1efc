namespace Workbench.Research;

/// <summary>
/// A chart: lines, candles and their like on one or several pairs of axes, made by <see cref="Charts"/>. Immutable: each method returns another figure.
/// A notebook shows the last expression of a cell, so a figure only needs to stand there.
/// </summary>
public sealed record Figure
{
    /// <summary>Default height, in pixels; a stack is higher.</summary>
    public const int UsualHeight = 420;

    internal Figure(params IReadOnlyList<Panel> panels) => Panels = panels;

    internal IReadOnlyList<Panel> Panels { get; init; }

    /// <summary>Panels beside each other.</summary>
    internal int Columns { get; init; } = 1;

    /// <summary>Whether all panels stand over one x axis.</summary>
    internal bool SharesX { get; init; }

    internal string Heading { get; init; } = "";

    /// <summary>Width in pixels; null for as wide as the page.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels; null for the usual.</summary>
    public int? Height { get; init; }

    /// <summary>What a reader must know of what is drawn, such as that it was thinned; the caption says it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The runs that it shows figures of; empty where it shows none.</summary>
    public IReadOnlyList<string> RunIds { get; init; } = [];

    /// <summary>The run it came from; null where that is none or several.</summary>
    public string? RunId => RunIds.Count == 1 ? RunIds[0] : null;

    /// <summary>Whether the strategy changed after the run: a badge says so.</summary>
    public bool IsStale { get; init; }

    /// <summary>With a title above it.</summary>
    public Figure Title(string title) => this with { Heading = title };

    /// <summary>Of a fixed size in pixels, at least 120 by 80.</summary>
    /// <exception cref="WorkbenchException">WB4208 it is too small or too large to be seen.</exception>
    public Figure Size(int width, int height) => (width, height) switch
    {
        ( < 120 or > 10_000, _) => throw ChartErrors.BadArgument(nameof(width), "between 120 and 10,000 pixels", width),
        (_, < 80 or > 10_000) => throw ChartErrors.BadArgument(nameof(height), "between 80 and 10,000 pixels", height),
        _ => this with { Width = width, Height = height },
    };

    /// <summary>With a name beside the y axis; in a stack, the first panel's.</summary>
    /// <param name="name">What it counts, with its unit.</param>
    /// <param name="format">How its numbers are written, as d3 spells formats: <c>.2%</c>, <c>,.0f</c>. Default: as they need.</param>
    public Figure YAxis(string name, string? format = null) => First(panel => panel with { YTitle = name, YFormat = format ?? panel.YFormat });

    /// <summary>With a name under the x axis; in a stack, the first panel's.</summary>
    public Figure XAxis(string name) => First(panel => panel with { XTitle = name });

    /// <summary>With a logarithmic y axis; in a stack, the first panel's. What is not above zero becomes a gap.</summary>
    public Figure Log() => First(panel => panel with { IsLog = true });

    /// <summary>With a sentence in the caption.</summary>
    public Figure Note(string note) => this with { Notes = [.. Notes, note] };

    /// <summary>With what another figure draws on the same axes.</summary>
    /// <exception cref="WorkbenchException">WB4206 their x axes count different things.</exception>
    public Figure Add(Figure other) => this with
    {
        Panels = [Panels[0].Over(other.Panels[0]), .. Panels.Skip(1)],
        Notes = [.. Notes.Union(other.Notes)],
        RunIds = [.. RunIds.Union(other.RunIds)],
        IsStale = IsStale || other.IsStale,
    };

    /// <summary>As made of a run.</summary>
    public Figure WithRun(string runId) => this with { RunIds = [.. RunIds.Union([runId])] };

    /// <summary>Marked: the strategy changed after the run.</summary>
    public Figure AsStale() => this with { IsStale = true };

    /// <summary>The figure as Plotly's JSON, <c>application/vnd.plotly.v1+json</c>: data, layout, config.</summary>
    public string ToJson() => FigureJson.Text(this, standsAlone: true);

    /// <summary>The figure as <c>text/html</c> of a notebook's output; it waits for <see cref="NotebookHtml.Library"/>, wherever on the page that stands.</summary>
    public string ToHtml() => FigureHtml.Fragment(this);

    /// <summary>The figure as a whole page that needs nothing else and may load nothing.</summary>
    public string ToStandaloneHtml() => FigureHtml.Page(this);

    /// <summary>What a reader without pictures sees.</summary>
    public override string ToString()
    {
        var name = Heading.Length > 0 ? Heading : Panels[0].Title.Length > 0 ? Panels[0].Title : "figure";
        return string.Join(" · ", ["[" + name + "]", .. Origin.Words(RunIds, IsStale, Notes)]);
    }

    Figure First(Func<Panel, Panel> change) => this with { Panels = [change(Panels[0]), .. Panels.Skip(1)] };
}
