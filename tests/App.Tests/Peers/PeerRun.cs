using System.Globalization;
using System.Text.Json;
using Workbench.Data.Parquet;

namespace Workbench.App.Tests.Peers;

/// <summary>What came out of a peer's strategy.</summary>
/// <param name="Folder">Where its tables are.</param>
/// <param name="Document">The run's result.json.</param>
sealed record PeerRun(string Folder, JsonElement Document)
{
    public decimal EndEquity => Money("equity", "end");

    public decimal Commission => Money("costs", "commission");

    public long Orders => Document.GetProperty("orders").GetProperty("submitted").GetInt64();

    public long Fills => Document.GetProperty("fills").GetInt64();

    /// <summary>Its round trips in order, an open one last.</summary>
    public IReadOnlyList<TradeRow> Trades { get; } = ReadTrades(Folder);

    /// <summary>Those that were closed.</summary>
    public IEnumerable<TradeRow> Closed => Trades.Where(trade => !trade.IsOpen);

    /// <summary>Equity at the points of the run's grid.</summary>
    public List<double> Equity()
    {
        using var table = ParquetTable.Open(Path.Combine(Folder, RunTables.EquityFile));
        var points = new List<double>();
        while (table.Read())
        {
            points.Add((double)table.Decimal("equity"));
        }

        return points;
    }

    /// <summary>A metric, be it a number or money.</summary>
    public double Metric(string name)
    {
        var value = Document.GetProperty("metrics").GetProperty(name).GetProperty("value");
        return value.ValueKind == JsonValueKind.String ? double.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetDouble();
    }

    decimal Money(string group, string name) => decimal.Parse(Document.GetProperty(group).GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    static List<TradeRow> ReadTrades(string folder)
    {
        using var table = ParquetTable.Open(Path.Combine(folder, RunTables.TradesFile));
        return [.. TradeRow.ReadAll(table)];
    }
}
