using System.Globalization;
using System.Text.Json;
using Workbench.Data.Parquet;
using Workbench.Model;

namespace Workbench.App;

/// <summary>A round trip as its table keeps it.</summary>
readonly record struct TradeRow(
    string Instrument, string Side, decimal Qty, long EntryTime, decimal EntryPrice, long ExitTime, decimal ExitPrice, decimal Pnl,
    string EntryTag, string ExitTag, bool IsOpen)
{
    public static IEnumerable<TradeRow> ReadAll(ParquetTable table)
    {
        while (table.Read())
        {
            yield return new TradeRow(
                table.Text("instrument"), table.Text("side"), table.Decimal("qty"), table.Time("entryTime"), table.Decimal("entryPrice"),
                table.Time("exitTime"), table.Decimal("exitPrice"), table.Decimal("pnl"), table.Text("entryTag"), table.Text("exitTag"), table.Flag("open"));
        }
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("instrument", Instrument);
        json.WriteString("side", Side);
        json.WriteString("qty", Plain(Qty));
        json.WriteString("entryTime", UtcNanos.ToIso(EntryTime));
        json.WriteString("entryPrice", Plain(EntryPrice));
        json.WriteString("exitTime", UtcNanos.ToIso(ExitTime));
        json.WriteString("exitPrice", Plain(ExitPrice));
        json.WriteString("pnl", Plain(Pnl));
        json.WriteString("entryTag", EntryTag);
        json.WriteString("exitTag", ExitTag);
        json.WriteBoolean("open", IsOpen);
        json.WriteEndObject();
    }

    static string Plain(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
