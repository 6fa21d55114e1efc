using Workbench.Core;
using Workbench.Data.Parquet;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Compare;

namespace Workbench.App;

/// <summary>What a run's folder holds beside its report: every trade, every fill, the worth of the account, and the script as it was.</summary>
static class RunRows
{
    /// <summary>A run as a comparison takes it. What a folder of an older version lacks is taken from the report.</summary>
    public static ComparedRun Of(string folder)
    {
        var run = new ComparedRun(RunFolder.Load(folder));
        var script = Path.Combine(folder, RunWriter.ScriptFile);
        return run with
        {
            ScriptText = File.Exists(script) ? File.ReadAllText(script) : null,
            Trades = Read(folder, RunTables.TradesFile, Trade)?.Where(trade => trade.ExitReason != default).ToList() ?? run.Trades,
            Fills = Read(folder, RunTables.FillsFile, Fill) ?? [],
            Equity = Read(folder, RunTables.EquityFile, Point) is { Count: > 0 } points ? Line(run.Document, points) : run.Equity,
        };
    }

    static List<T>? Read<T>(string folder, string name, Func<ParquetTable, long, T> row)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            return null;
        }

        using var table = ParquetTable.Open(path);
        var rows = new List<T>((int)Math.Min(table.Rows, 1 << 20));
        while (table.Read())
        {
            rows.Add(row(table, rows.Count + 1));
        }

        return rows;
    }

    static ListedTrade Trade(ParquetTable row, long number) => new(
        number, row.Text("instrument"), SideOf(row), row.Decimal("qty"), row.Time("entryTime"), row.Decimal("entryPrice"), row.Time("exitTime"), row.Decimal("exitPrice"),
        row.Decimal("pnl"), Costs.Sum(row.Decimal), row.Text("entryTag"), row.Text("exitTag"), (int)row.Whole("script"),
        row.Flag("open") ? default : Enum.TryParse<ExitReason>(row.Text("exitReason"), ignoreCase: true, out var reason) ? reason : ExitReason.Signal);

    static ComparedFill Fill(ParquetTable row, long number) =>
        new(row.Time("time"), row.Text("instrument"), SideOf(row), row.Decimal("qty"), row.Decimal("price"), row.Text("tag"));

    static (long Time, double Worth) Point(ParquetTable row, long number) => (row.Time("time"), (double)row.Decimal("equity"));

    /// <summary>From the money at the start to the worth at the end, which the table's grid need not hold.</summary>
    internal static EquityLine Line(RunDocument run, IReadOnlyList<(long Time, double Worth)> points)
    {
        var (covered, equity) = (run.Covered, run.Equity);
        List<(long Time, double Worth)> line = [(covered.From, (double)equity.Start), .. points.Where(point => point.Time > covered.From && point.Time < covered.To)];
        if (covered.To > covered.From)
        {
            line.Add((covered.To, (double)equity.End));
        }

        return new EquityLine([.. line.Select(point => point.Time)], [.. line.Select(point => point.Worth)]);
    }

    static Side SideOf(ParquetTable row) => row.Text("side") == "buy" ? Side.Buy : Side.Sell;

    static readonly string[] Costs = ["commission", "spread", "slippage", "swap", "funding", "borrow"];
}
