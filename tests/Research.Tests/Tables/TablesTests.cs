namespace Workbench.Research.Tests;

public sealed class TablesTests
{
    [Fact]
    public void Rows_become_columns_by_the_names_of_their_properties()
    {
        var table = Tables.Of([new { Hour = 8, Net = 1234.5m, Note = "quiet" }, new { Hour = 9, Net = -0.25m, Note = "loud" }]);

        Assert.Equal(["Hour", "Net", "Note"], table.Columns.Select(column => column.Name));
        Assert.Equal(["1,234.5", "-0.25"], table["Net"]);
        Assert.Equal("Hour      Net  Note\n   8  1,234.5  quiet\n   9    -0.25  loud\n", table.ToString());
        Assert.Equal(["1.5", "-", "2"], Tables.Of((double[])[1.5, double.NaN, 2])["Value"]);
    }

    [Fact]
    public void A_column_that_is_not_there_is_refused_with_those_that_are()
    {
        var refusal = Assert.Throws<WorkbenchException>(() => Tables.Metrics(Gallery.Run)["Nett"]);

        Assert.Equal("WB4209", refusal.Code);
        Assert.Contains("Metric, Value", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_metrics_of_a_run_are_there_with_their_formulas_and_the_run()
    {
        var table = Tables.Metrics(Gallery.Run);

        Assert.Equal(Gallery.Run.Document.Metrics.Select(metric => metric.Definition.Label), table["Metric"]);
        Assert.All(Gallery.Run.Document.Metrics.Zip(table.Rows), pair => Assert.Equal(pair.First.Definition.Formula, pair.Second[0].Hint));
        Assert.Equal(Gallery.Run.Document.Identity.RunId, table.RunId);
        Assert.Contains("run " + table.RunId, table.ToString(), StringComparison.Ordinal);
        Assert.Contains("run " + table.RunId, table.ToHtml(), StringComparison.Ordinal);
        Assert.Contains("stale", table.AsStale().ToHtml(), StringComparison.Ordinal);
        Assert.Contains("stale", table.AsStale().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Trades_are_listed_with_their_results()
    {
        var table = Tables.Trades(Gallery.Run);

        Assert.Equal(Gallery.Run.Curves.Trades.Count, table.Rows.Count);
        Assert.Equal(Gallery.Run.Curves.Trades.Select(trade => Math.Sign(trade.Net)), table.Rows.Select(row => row[10].Sign));
    }

    [Fact]
    public void A_comparison_marks_the_best_of_each_row_as_its_metric_says()
    {
        var other = SyntheticRun.Make(2, 300, 12, identity => identity with { RunId = "other" });
        var table = Tables.Compare([Gallery.Run, other]);

        Assert.Equal(["Metric", Gallery.Run.Document.Identity.RunId, "other"], table.Columns.Select(column => column.Name));
        AssertBest(MetricCatalog.NetProfit, Gallery.Run.Document.Equity.End > other.Document.Equity.End);
        AssertBest(MetricCatalog.MaxDrawdown, Gallery.Run.Document.Metric(MetricCatalog.MaxDrawdown).Value < other.Document.Metric(MetricCatalog.MaxDrawdown).Value);
        Assert.All(Row(MetricCatalog.Trades), cell => Assert.False(cell.IsBold));

        IReadOnlyList<TableCell> Row(MetricDefinition metric) => table.Rows.Single(row => row[0].Text == metric.Label);

        void AssertBest(MetricDefinition metric, bool isFirst) => Assert.Equal((isFirst, !isFirst), (Row(metric)[1].IsBold, Row(metric)[2].IsBold));
    }

    [Fact]
    public void Equals_are_not_called_best() =>
        Assert.All(Tables.Compare([Gallery.Run, Gallery.Run]).Rows.SelectMany(row => row), cell => Assert.False(cell.IsBold));

    [Fact]
    public void A_long_table_shows_its_ends_and_says_how_long_it_is()
    {
        var text = Tables.Of(Enumerable.Range(0, 5_000)).ToString();

        Assert.Contains("5,000 rows", text, StringComparison.Ordinal);
        Assert.EndsWith("4999", text.Split('\n')[^3], StringComparison.Ordinal);
        Assert.InRange(text.Split('\n').Length, DataTable.MostShown, DataTable.MostShown + 5);
    }

    [Fact]
    public void No_text_of_a_user_becomes_markup() =>
        Assert.DoesNotContain("<img", Tables.Of((string[])["<img src=x onerror=alert(1)>"]).WithRun("<img>").ToHtml(), StringComparison.Ordinal);
}
