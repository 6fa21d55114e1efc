using Workbench.Support;

namespace Workbench.App.Tests.Bench;

public sealed class BenchTableTests
{
    static readonly Machine Machine = new("a processor", 2, ".NET", "2026-11-21");

    [Fact]
    public void The_table_reads_back_as_it_was_written_and_keeps_the_page_around_it()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("README.md"), "before\n<!-- table: written by ./run.sh bench --write-table -->\nold\n<!-- /table -->\nafter\n");
        var table = new BenchTable(folder.Path);

        table.Write(new BenchReport(Machine, [Result("W1", 30.5), new BenchResult { Workload = "W5", Skipped = "no data" }]));

        var page = File.ReadAllText(folder.File("README.md"));
        Assert.StartsWith("before\n<!-- table", page, StringComparison.Ordinal);
        Assert.EndsWith("<!-- /table -->\nafter\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("old", page, StringComparison.Ordinal);
        Assert.Contains("| W1 |", page, StringComparison.Ordinal);
        Assert.Contains("skipped: no data", page, StringComparison.Ordinal);
        Assert.Equal(30.5, table.Read()!.Results[0].NsPerEvent);
        Assert.Equal("no data", table.Read()!.Results[1].Skipped);
    }

    [Fact]
    public void Rows_have_as_many_cells_as_the_head()
    {
        using var folder = new TempFolder();
        new BenchTable(folder.Path).Write(new BenchReport(Machine, [Result("W1", 30.5), new BenchResult { Workload = "W5", Skipped = "no data" }]));

        var rows = File.ReadAllLines(folder.File("README.md")).Where(line => line.StartsWith('|')).Select(line => line.Count(letter => letter == '|')).ToList();

        Assert.Equal(4, rows.Count);
        Assert.Single(rows.Distinct());
    }

    [Fact]
    public void A_workload_that_replays_nothing_has_a_row_without_a_hash()
    {
        using var folder = new TempFolder();

        new BenchTable(folder.Path).Write(new BenchReport(Machine, [new BenchResult { Workload = "W14", NsPerEvent = 15, EventLogHash = "" }]));

        Assert.Contains("| 0 | – |", File.ReadAllText(folder.File("README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_compares_with_the_table_and_tells_another_hash()
    {
        var committed = new BenchReport(Machine, [Result("W1", 20)]);

        Assert.Contains("20.00 ns/event (+50 %)", BenchTable.Line(Result("W1", 30), committed), StringComparison.Ordinal);
        Assert.DoesNotContain("OTHER HASH", BenchTable.Line(Result("W1", 30), committed), StringComparison.Ordinal);
        Assert.Contains("OTHER HASH", BenchTable.Line(Result("W1", 30) with { EventLogHash = new string('b', 64) }, committed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 3d, 1d, 2d }, 2d)]
    [InlineData(new[] { 4d, 1d, 2d, 3d }, 2.5d)]
    public void The_median_is_the_middle_one_or_the_mean_of_two(double[] walls, double expected) =>
        Assert.Equal(expected, BenchResult.Median([.. walls.Select(wall => new Measure { WallSeconds = wall })], run => run.WallSeconds));

    [Fact]
    public void Workloads_have_names_of_their_own_and_an_unknown_one_is_refused()
    {
        Assert.Equal(Workload.All.Count, Workload.All.Select(workload => workload.Name).Distinct().Count());
        Assert.Equal("W3", Workload.Find("w3").Name);
        Assert.Equal("WB1011", Assert.Throws<Model.WorkbenchException>(() => Workload.Find("W99")).Code);
    }

    static BenchResult Result(string workload, double ns) => new() { Workload = workload, NsPerEvent = ns, EventLogHash = new string('a', 64) };
}
