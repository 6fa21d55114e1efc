using System.Text;

namespace Workbench.Research;

/// <summary>A table of texts ready to be shown, with the run it came from; made by <see cref="Tables"/>. Immutable.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, each with a cell for each column.</param>
public sealed record DataTable(IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<TableCell>> Rows)
{
    /// <summary>Rows that HTML and text show; of more, the first and the last.</summary>
    public const int MostShown = 100;

    /// <summary>The runs that it shows figures of; empty where it shows none.</summary>
    public IReadOnlyList<string> RunIds { get; init; } = [];

    /// <summary>The run it came from; null where that is none or several.</summary>
    public string? RunId => RunIds.Count == 1 ? RunIds[0] : null;

    /// <summary>Whether the strategy changed after the run: a badge says so.</summary>
    public bool IsStale { get; init; }

    /// <summary>What a reader must know of what is shown; the caption says it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The cells of a column by its name, from the top.</summary>
    /// <exception cref="WorkbenchException">WB4209 there is no such column.</exception>
    public IReadOnlyList<string> this[string column]
    {
        get
        {
            var at = Columns.Select(one => one.Name).ToList().IndexOf(column);
            return at < 0 ? throw ChartErrors.NoColumn(column, Columns.Select(one => one.Name)) : [.. Rows.Select(row => row[at].Text)];
        }
    }

    /// <summary>As made of a run.</summary>
    public DataTable WithRun(string runId) => this with { RunIds = [.. RunIds.Union([runId])] };

    /// <summary>Marked: the strategy changed after the run.</summary>
    public DataTable AsStale() => this with { IsStale = true };

    /// <summary>With a sentence in the caption.</summary>
    public DataTable Note(string note) => this with { Notes = [.. Notes, note] };

    /// <summary>The table as <c>text/html</c> of a notebook's output.</summary>
    public string ToHtml() => TableHtml.Of(this);

    /// <summary>The table as plain text, its columns aligned, each line ended with a line feed.</summary>
    public override string ToString()
    {
        var shown = Shown().ToArray();
        var widths = Columns.Select((column, at) => shown.Select(row => row[at].Text.Length).Append(column.Name.Length).Max()).ToArray();
        var text = new StringBuilder();
        AddLine(text, widths, [.. Columns.Select(column => column.Name)]);
        foreach (var row in shown)
        {
            AddLine(text, widths, [.. row.Select(cell => cell.Text)]);
        }

        var words = string.Join(" · ", Origin.Words(RunIds, IsStale, AllNotes));
        return (words.Length == 0 ? text : text.Append(words).Append('\n')).ToString();
    }

    internal IReadOnlyList<string> AllNotes => Rows.Count <= MostShown ? Notes : [.. Notes, FormattableString.Invariant($"{Rows.Count:N0} rows, the first and last {MostShown / 2} are shown")];

    /// <summary>The rows to show, with a row of dots where some are left out.</summary>
    internal IEnumerable<IReadOnlyList<TableCell>> Shown() => Rows.Count <= MostShown
        ? Rows
        : [.. Rows.Take(MostShown / 2), [.. Columns.Select(_ => (TableCell)"…")], .. Rows.TakeLast(MostShown / 2)];

    void AddLine(StringBuilder text, int[] widths, string[] cells)
    {
        var line = cells.Select((cell, at) => Columns[at].IsText ? cell.PadRight(widths[at]) : cell.PadLeft(widths[at]));
        text.Append(string.Join("  ", line).TrimEnd()).Append('\n');
    }
}
