using System.Globalization;
using System.Net;
using Workbench.App.Cells;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Search;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary>How the workbench's own things look in a cell.</summary>
/// <param name="workspace">Whose paths are shown.</param>
/// <param name="bringsLibrary">Whether figures come with HTML that draws them, the library before the first one; else only as their JSON.</param>
sealed class CellFormats(Workspace workspace, bool bringsLibrary)
{
    const int MostVariants = 12;
    const int Head = 8;
    const int Tail = 4;

    static readonly MetricDefinition[] Compared =
    [
        MetricCatalog.NetProfit, MetricCatalog.TotalReturn, MetricCatalog.MaxDrawdown, MetricCatalog.Sharpe, MetricCatalog.ProbabilisticSharpe, MetricCatalog.Sortino, MetricCatalog.Calmar,
        MetricCatalog.Trades, MetricCatalog.WinRate, MetricCatalog.ProfitFactor, MetricCatalog.Expectancy, MetricCatalog.Payoff, MetricCatalog.TotalCosts, MetricCatalog.TimeInMarket,
    ];

    const string FigureJson = "application/vnd.plotly.v1+json";

    string? holder;
    CellContext? brought;

    /// <summary>All of them; each answers null for what is not its.</summary>
    public IReadOnlyList<Func<object, MimeBundle?>> All =>
    [
        Of<Figure>(Drawn),
        Of<DataTable>(Table),
        Of<Run>(run => Table(Tables.Summary(run.Report).Note("report: " + workspace.Show(run.ReportPath)))),
        Of<Comparison>(comparison => Table(ComparisonTable.Of(comparison, Compared, workspace.Show(comparison.PagePath)))),
        Of<SweepResult>(Variants),
        Of<PromotionAttempt>(Gates),
        Of<TickColumns>(ticks => Columns(ticks.Instrument, ticks.Times, "ticks", ("Bid", ticks.Bid), ("Ask", ticks.Ask), ("Bid size", ticks.BidSize), ("Ask size", ticks.AskSize))),
        Of<BarColumns>(bars => Columns(bars.Instrument, bars.Times, "bars", ("Open", bars.Open), ("High", bars.High), ("Low", bars.Low), ("Close", bars.Close), ("Volume", bars.Volume))),
    ];

    static Func<object, MimeBundle?> Of<T>(Func<T, MimeBundle> look) => value => value is T mine ? look(mine) : null;

    static MimeBundle Table(DataTable table) => MimeBundle.Html(table.ToHtml(), table.ToString()) with { RunIds = table.RunIds };

    MimeBundle Drawn(Figure figure)
    {
        if (!bringsLibrary)
        {
            return MimeBundle.Of((FigureJson, figure.ToJson()), (MimeBundle.PlainText, figure.ToString())) with { RunIds = figure.RunIds };
        }

        BringLibrary();
        return MimeBundle.Of((FigureJson, figure.ToJson()), (MimeBundle.HtmlText, figure.ToHtml()), (MimeBundle.PlainText, figure.ToString())) with { RunIds = figure.RunIds };
    }

    /// <summary>Once in a notebook, in the first cell that draws; and again whenever that one is run again, since its outputs are made anew.</summary>
    void BringLibrary()
    {
        if (CellContext.CurrentOrNone is not { } cell || cell == brought || (holder is not null && holder != cell.Key))
        {
            return;
        }

        (holder, brought) = (cell.Key, cell);
        cell.Output.Display(MimeBundle.Html(NotebookHtml.Library(), "(what draws the figures of this notebook)"));
    }

    static string LabelOf(string objective) => MetricCatalog.All.FirstOrDefault(metric => metric.Key == objective)?.Label ?? objective;

    static MimeBundle Variants(SweepResult sweep)
    {
        var rows = sweep.Variants.Take(MostVariants).Select(variant => (TableCell[])
        [
            .. variant.Settings.Select(setting => (TableCell)setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..]),
            variant.Objective is { } value ? value.ToString("0.000", CultureInfo.InvariantCulture) : new TableCell("-", Hint: variant.Why),
            variant.State == VariantState.Failed ? "-" : variant.Trades.ToString("N0", CultureInfo.InvariantCulture),
            variant.State == VariantState.Failed ? "-" : variant.Net.ToString("N2", CultureInfo.InvariantCulture),
            variant.EventLogHash is { } hash ? hash[..12] : variant.Why ?? "-",
        ]);
        var table = new DataTable(
            [.. sweep.Axes.Select(axis => new TableColumn(axis.Name)), new(LabelOf(sweep.Objective)), new("Trades"), new("Net"), new("Hash", IsText: true)], [.. rows]);
        var odds = sweep.OddsAfterCounting is { } share ? share.ToString("0.0 %", CultureInfo.InvariantCulture) : "undefined";
        return Table(table
            .Note(string.Create(CultureInfo.InvariantCulture, $"{sweep.Variants.Count:N0} variants were tried, the best {Math.Min(MostVariants, sweep.Variants.Count)} are shown; trials in the family: {sweep.TrialsInFamily:N0}"))
            .Note($"odds that the best one's Sharpe ratio is more than the best of so many coin flippers would show: {odds}")
            .Note(sweep.Odds));
    }

    /// <summary>Lines as the console prints them: what was found may be a small table of its own.</summary>
    static MimeBundle Gates(PromotionAttempt attempt)
    {
        var end = attempt.IsPromoted ? $"promoted to {attempt.To} as {attempt.Id}" : $"refused; the ledger keeps it as {attempt.Id}";
        var plain = string.Join('\n', [.. attempt.Gates.Select(gate => new Gate(gate.Name, gate.Passed, gate.Words, gate.TryNext).ToString()), end]);
        var html = WebUtility.HtmlEncode(plain).Replace("&#10003;", "✓", StringComparison.Ordinal).Replace("&#10007;", "✗", StringComparison.Ordinal);
        return MimeBundle.Html($"<pre style=\"font-size:13px;line-height:1.5;background:transparent\">{html}</pre>", plain);
    }

    static MimeBundle Columns(Instrument instrument, DateTime[] times, string unit, params (string Name, double[] Values)[] columns)
    {
        IEnumerable<int> shown = times.Length <= Head + Tail + 1 ? Enumerable.Range(0, times.Length) : [.. Enumerable.Range(0, Head), -1, .. Enumerable.Range(times.Length - Tail, Tail)];
        var rows = shown.Select(at => (TableCell[])
        [
            at < 0 ? "…" : times[at].ToString("yyyy-MM-dd HH:mm:ss.FFF", CultureInfo.InvariantCulture),
            .. columns.Select(column => (TableCell)(at < 0 ? "…" : column.Values[at].ToString("0.########", CultureInfo.InvariantCulture))),
        ]);
        return Table(new DataTable([new("Time, UTC", IsText: true), .. columns.Select(column => new TableColumn(column.Name))], [.. rows])
            .Note(string.Create(CultureInfo.InvariantCulture, $"{times.Length:N0} {unit} of {instrument.Symbol}")));
    }
}
