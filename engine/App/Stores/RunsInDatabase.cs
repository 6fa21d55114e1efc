using Workbench.Data.Parquet;
using Workbench.Platform.Postgres;
using Workbench.Research;

namespace Workbench.App;

/// <summary>A finished run on its way into the database that its data came from: the shared store of results, too.</summary>
static class RunsInDatabase
{
    /// <summary>Longest that a session's end waits for the database.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Keeps a backtest there, where its data came from a database. Its folder is there already, so that a refusal is a warning.</summary>
    /// <param name="place">Lake or database that the run saw.</param>
    /// <param name="run">The run.</param>
    /// <param name="terminal">Told of a refusal.</param>
    public static void Keep(string? place, FinishedRun run, Terminal terminal) => Keep(place, run, "backtest", run.Document.Identity.RunId, terminal);

    /// <summary>Keeps a session that has ended, where it was begun over a database. Its journal is the truth: that the database is away, or does not answer, takes nothing from it.</summary>
    /// <param name="place">Lake or database that it was begun over.</param>
    /// <param name="run">Its report.</param>
    /// <param name="session">The session.</param>
    /// <param name="terminal">Told of a refusal.</param>
    public static void Keep(string? place, FinishedRun run, SessionHeader session, Terminal terminal)
    {
        if (!Task.Run(() => Keep(place, run, session.Mode.ToString().ToLowerInvariant(), session.Id, terminal)).Wait(Patience))
        {
            terminal.Warn(FormattableString.Invariant($"the database did not take the session within {Patience.TotalSeconds} s; its journal and its report are here"));
        }
    }

    static void Keep(string? place, FinishedRun run, string mode, string session, Terminal terminal)
    {
        if (!PostgresAddress.Is(place))
        {
            return;
        }

        try
        {
            using var fills = ParquetTable.Open(Path.Combine(run.Folder, RunTables.FillsFile));
            using var trades = ParquetTable.Open(Path.Combine(run.Folder, RunTables.TradesFile));
            var orders = Path.Combine(run.Folder, RunTables.OrdersFile);
            new PostgresRuns(DatabaseAt.Address(place!)).Keep(
                Row(run, mode, session), run.Document.Metrics.Select(Row), Fills(fills), Trades(trades), File.Exists(orders) ? Orders(orders) : []);
        }
        catch (Model.WorkbenchException refusal)
        {
            terminal.Warn($"the run is in its folder and not in the database: {refusal.Message}");
        }
    }

    static RunRow Row(FinishedRun run, string mode, string session)
    {
        var (document, identity) = (run.Document, run.Document.Identity);
        return new RunRow
        {
            Id = identity.RunId, Session = session, Mode = mode, Created = identity.CreatedNanos, StrategyFile = identity.StrategyFile, StrategySha256 = identity.StrategySha256,
            EngineVersion = identity.EngineVersion, EventLogHash = document.EventLogHash, Covered = document.Covered, Currency = document.Equity.Currency,
            EquityStart = document.Equity.Start, EquityEnd = document.Equity.End, IsPartial = document.IsPartial, Command = identity.Command,
            Document = File.ReadAllText(Path.Combine(run.Folder, RunFolder.ResultFile)),
        };
    }

    static MetricRow Row(Metric metric) => new(metric.Definition.Key, metric.Value, metric.Reason);

    static IEnumerable<FillRow> Fills(ParquetTable row)
    {
        while (row.Read())
        {
            yield return new FillRow(
                row.Time("time"), row.Whole("order"), row.Text("instrument"), row.Text("side"), row.Text("type"), row.Decimal("qty"), row.Decimal("price"),
                row.Decimal("commission"), row.Decimal("spread"), row.Decimal("slippage"), row.Decimal("position"), row.Decimal("equity"), row.Flag("maker"), row.Text("tag"), row.Whole("script"));
        }
    }

    static IEnumerable<OrderRow> Orders(string path)
    {
        using var row = ParquetTable.Open(path);
        while (row.Read())
        {
            yield return new OrderRow(
                row.Time("sent"), row.Whole("order"), row.Text("instrument"), row.Text("side"), row.Text("type"), row.Decimal("qty"), row.Text("status"), row.Text("tag"), row.Whole("script"));
        }
    }

    static IEnumerable<RoundTripRow> Trades(ParquetTable row)
    {
        while (row.Read())
        {
            yield return new RoundTripRow(
                row.Text("instrument"), row.Text("side"), row.Decimal("qty"), row.Time("entryTime"), row.Decimal("entryPrice"), row.Time("exitTime"), row.Decimal("exitPrice"),
                row.Decimal("pnl"), row.Text("exitReason"), row.Flag("open"), row.Whole("script"));
        }
    }
}
