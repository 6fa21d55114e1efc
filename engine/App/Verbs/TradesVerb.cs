using System.CommandLine;
using System.Globalization;
using System.Text;
using Workbench.Data.Parquet;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>trades RUN</c>: the round trips of a run, oldest first, from its table.</summary>
static class TradesVerb
{
    public static Command Make(Workspace workspace)
    {
        var run = new Argument<string>("run") { Description = "a run's name, the beginning of one, its folder, or last", HelpName = "RUN" };
        var most = CommonOptions.Most(40);
        return new Command("trades", "List a run's trades. Example: trades last --most 10") { run, most }
            .Does((parsed, terminal, _) =>
            {
                var folder = new RunShelf(workspace).Find(parsed.GetValue(run)!);
                using var table = ParquetTable.Open(Path.Combine(folder, RunTables.TradesFile));
                List<TradeRow> rows = [.. TradeRow.ReadAll(table).Take(parsed.GetValue(most))];
                if (terminal.Json)
                {
                    terminal.Document(JsonText.Of(json =>
                    {
                        json.WriteStartArray();
                        rows.ForEach(row => row.Write(json));
                        json.WriteEndArray();
                    }));
                }

                terminal.Result(Table(rows, table.Rows));
                return ExitCode.Ok;
            });
    }

    static string Table(List<TradeRow> rows, long all)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"instrument",-12}{"side",-6}{"qty",12}  {"entry",-21}{"price",12}  {"exit",-21}{"price",12}{"net",14}  tags");
        foreach (var row in rows)
        {
            var tags = row.IsOpen ? $"{row.EntryTag} (still open)" : $"{row.EntryTag} → {row.ExitTag}";
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{row.Instrument,-12}{row.Side,-6}{row.Qty,12:0.########}  {Second(row.EntryTime),-21}{row.EntryPrice,12:0.########}  {Second(row.ExitTime),-21}{row.ExitPrice,12:0.########}{row.Pnl,14:N2}  {tags}");
        }

        text.Append(CultureInfo.InvariantCulture, $"{rows.Count:N0} of {all:N0}");
        return text.ToString();
    }

    static string Second(long nanos) => UtcNanos.ToDateTime(nanos).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
