using System.Globalization;
using System.Text.Json;
using Workbench.Data.Parquet;

namespace Workbench.App.Tests.Peers;

/// <summary>What came out of a peer's strategy.</summary>
/// <param name="Folder">Where its tables are.</param>
/// <param name="Document">The run's result.json.</param>
/// <param name="Trades">Its round trips in order, the open one last.</param>
sealed record PeerRun(string Folder, JsonElement Document, IReadOnlyList<JsonElement> Trades)
{
    public decimal EndEquity => Money("equity", "end");

    public decimal Commission => Money("costs", "commission");

    public long Orders => Count("orders", "submitted");

    public long Fills => Document.GetProperty("fills").GetInt64();

    /// <summary>Entry prices of all trades.</summary>
    public IEnumerable<decimal> Entries => Trades.Select(trade => Text(trade, "entryPrice"));

    /// <summary>Exit prices of those that were closed.</summary>
    public IEnumerable<decimal> Exits => Trades.Where(trade => !IsOpen(trade)).Select(trade => Text(trade, "exitPrice"));

    /// <summary>Equity at the points of the run's grid.</summary>
    public List<double> Equity()
    {
        using var table = ParquetTable.Open(Path.Combine(Folder, "equity.parquet"));
        var points = new List<double>();
        while (table.Read())
        {
            points.Add((double)table.Decimal("equity"));
        }

        return points;
    }

    public decimal Money(string group, string name) => Text(Document.GetProperty(group), name);

    public long Count(string group, string name) => Document.GetProperty(group).GetProperty(name).GetInt64();

    /// <summary>A metric that is a number of its own.</summary>
    public double Metric(string name) => Document.GetProperty("metrics").GetProperty(name).GetProperty("value") is { ValueKind: JsonValueKind.String } text
        ? double.Parse(text.GetString()!, CultureInfo.InvariantCulture)
        : Document.GetProperty("metrics").GetProperty(name).GetProperty("value").GetDouble();

    public static bool IsOpen(JsonElement trade) => trade.GetProperty("open").GetBoolean();

    public static decimal Text(JsonElement of, string name) => decimal.Parse(of.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
