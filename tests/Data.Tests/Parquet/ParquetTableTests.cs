using Workbench.Data.Parquet;

namespace Workbench.Data.Tests.Parquet;

public sealed class ParquetTableTests : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    sealed record Row(long Time, string Symbol, decimal Price, double Ratio, long Order, bool IsOpen, string Id);

    static readonly TableColumn<Row>[] Columns =
    [
        TableColumn<Row>.Time("time", (in row) => row.Time),
        TableColumn<Row>.Text("symbol", (in row) => row.Symbol),
        TableColumn<Row>.Decimal("price", (in row) => row.Price),
        TableColumn<Row>.Real("ratio", (in row) => row.Ratio),
        TableColumn<Row>.Whole("order", (in row) => row.Order),
        TableColumn<Row>.Flag("is_open", (in row) => row.IsOpen),
        TableColumn<Row>.Text("id", (in row) => row.Id),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8_191)]
    [InlineData(300_000)]
    public void Rows_come_back_as_they_were_given(int count)
    {
        var dice = new Random(count);
        var rows = Enumerable.Range(0, count).Select(i => new Row(
            1_700_000_000_000_000_000 + i * 1_000L, i % 3 == 0 ? "EURUSD" : "Gold — ünïcode", dice.Next(-1_000_000, 1_000_000) / 1_000m,
            i % 7 == 0 ? double.NaN : dice.NextDouble(), dice.NextInt64(), dice.Next(2) == 0, $"id{i}")).ToList();
        var path = folder.File("rows.parquet");
        Write(path, rows);

        using var table = ParquetTable.Open(path);
        Assert.Equal(count, table.Rows);
        Assert.Equal("backtest", table.Metadata["mode"]);
        foreach (var row in rows)
        {
            Assert.True(table.Read());
            var back = new Row(table.Time("time"), table.Text("symbol"), table.Decimal("price"), table.Real("ratio"), table.Whole("order"), table.Flag("is_open"), table.Text("id"));
            Assert.Equal(row, back);
        }

        Assert.False(table.Read());
    }

    [Fact]
    public void Integers_of_any_size_come_back()
    {
        long[] odd = [long.MinValue, long.MaxValue, 0, -1, 1, long.MinValue, 1L << 62, -(1L << 57), 12_345, long.MaxValue, long.MinValue];
        var rows = Enumerable.Range(0, 5_000).Select(i => new Row(0, "", 0m, 0d, odd[i * i % odd.Length], false, "")).ToList();
        Write(folder.File("odd.parquet"), rows);
        using var table = ParquetTable.Open(folder.File("odd.parquet"));
        Assert.All(rows, row =>
        {
            Assert.True(table.Read());
            Assert.Equal(row.Order, table.Whole("order"));
        });
    }

    [Fact]
    public void A_decimal_beyond_its_column_is_refused_and_leaves_nothing()
    {
        var path = folder.File("rows.parquet");
        using (var writer = new ParquetTableWriter<Row>(path, Columns))
        {
            var error = Assert.Throws<WorkbenchException>(() => writer.Add(new Row(0, "", 1e12m, 0, 0, false, "")));
            Assert.Equal("WB2205", error.Code);
        }

        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_full_disk_is_one_clear_error()
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        File.CreateSymbolicLink(folder.File("rows.parquet.tmp"), "/dev/full");
        var rows = Enumerable.Range(0, 200_000).Select(i => new Row(i, "A", i, i, i, false, ""));
        Assert.Equal("WB2109", Assert.Throws<WorkbenchException>(() => Write(folder.File("rows.parquet"), rows)).Code);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_column_that_is_not_there_or_of_another_kind_is_named()
    {
        Write(folder.File("rows.parquet"), [new Row(0, "A", 1m, 0, 0, false, "")]);
        using var table = ParquetTable.Open(folder.File("rows.parquet"));
        table.Read();
        Assert.Contains("It has time, symbol", Assert.Throws<WorkbenchException>(() => table.Text("name")).Message, StringComparison.Ordinal);
        Assert.Equal("WB2204", Assert.Throws<WorkbenchException>(() => table.Text("price")).Code);
        Assert.Equal("WB2202", Assert.Throws<WorkbenchException>(() => ParquetTable.Open(folder.File("none.parquet"))).Code);
    }

    static void Write(string path, IEnumerable<Row> rows)
    {
        using var writer = new ParquetTableWriter<Row>(path, Columns);
        writer.Metadata["mode"] = "backtest";
        foreach (var row in rows)
        {
            writer.Add(row);
        }

        writer.Commit();
    }
}
