using Npgsql;
using NpgsqlTypes;

namespace Workbench.Platform.Postgres;

/// <summary>Keeps runs in a database: what they came to, and what they did.</summary>
/// <param name="address">Where it is.</param>
public sealed class PostgresRuns(PostgresAddress address)
{
    readonly Database database = Database.At(address);

    /// <summary>Keeps a run, all of it or nothing. One that is there already is replaced, and so is what its session left before: written twice it is there once.</summary>
    /// <exception cref="WorkbenchException">The database refuses.</exception>
    public void Keep(RunRow run, IEnumerable<MetricRow> metrics, IEnumerable<FillRow> fills, IEnumerable<RoundTripRow> trades, IEnumerable<OrderRow> orders) => database.Say(() =>
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        connection.Do("select pg_advisory_xact_lock(hashtextextended($1, 0))", "run/" + run.Session);
        connection.Do("delete from analytics.runs where id = $1 or id in (select run from trading.sessions where id = $2)", run.Id, run.Session);
        Add(connection, run);
        foreach (var metric in metrics)
        {
            connection.Do("insert into analytics.metrics (run, name, value, reason) values ($1, $2, $3::double precision, $4::text)",
                run.Id, metric.Name, metric.Value is { } value ? value : DBNull.Value, metric.Reason is { } reason ? reason : DBNull.Value);
        }

        AddFills(connection, run.Session, fills);
        AddTrades(connection, run.Session, trades);
        connection.Do("""
            insert into trading.orders (session, id, instrument, side, type, filled_qty, avg_price, first_fill, last_fill, tag, script)
            select session, order_id, min(instrument), min(side), min(type), sum(qty), sum(qty * price) / sum(qty), min(time), max(time), min(tag), min(script)
            from trading.fills where session = $1 group by session, order_id
            """, run.Session);
        foreach (var order in orders)
        {
            Add(connection, run.Session, order);
        }

        transaction.Commit();
    });

    static void Add(NpgsqlConnection connection, RunRow run)
    {
        connection.Do("""
            insert into analytics.runs (id, mode, created, strategy_file, strategy_sha256, engine_version, event_log_hash, covers_from, covers_to,
                currency, equity_start, equity_end, is_partial, command, parameters, data, document)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, coalesce($15::jsonb -> 'parameters', '[]'), coalesce($15::jsonb -> 'data', '[]'), $15::jsonb)
            """,
            run.Id, run.Mode, Time(run.Created), run.StrategyFile, run.StrategySha256, run.EngineVersion, run.EventLogHash, Time(run.Covered.From), Time(run.Covered.To),
            run.Currency, run.EquityStart, run.EquityEnd, run.IsPartial, run.Command, run.Document);
        connection.Do("insert into trading.sessions (id, run, mode, started, ended) values ($1, $2, $3, $4, $5)", run.Session, run.Id, run.Mode, Time(run.Covered.From), Time(run.Covered.To));
    }

    // Beside what its fills say of it.
    static void Add(NpgsqlConnection connection, string session, OrderRow order) => connection.Do("""
        insert into trading.orders (session, id, instrument, side, type, filled_qty, tag, script, qty, status, sent) values ($1, $2, $3, $4, $5, 0, $6, $7, $8, $9, $10)
        on conflict (session, id) do update set qty = excluded.qty, status = excluded.status, sent = excluded.sent
        """, session, order.Order, order.Instrument, order.Side, order.Type, order.Tag, order.Script, order.Qty, order.Status, Time(order.Sent));

    static void AddFills(NpgsqlConnection connection, string session, IEnumerable<FillRow> fills)
    {
        using var rows = connection.BeginBinaryImport(
            "copy trading.fills (session, number, time, order_id, instrument, side, type, qty, price, commission, spread, slippage, position, equity, maker, tag, script) from stdin (format binary)");
        var number = 0;
        foreach (var fill in fills)
        {
            Begin(rows, session, ++number);
            rows.Write(Time(fill.Time), NpgsqlDbType.TimestampTz);
            rows.Write(fill.Order, NpgsqlDbType.Bigint);
            Texts(rows, fill.Instrument, fill.Side, fill.Type);
            Numbers(rows, fill.Qty, fill.Price, fill.Commission, fill.Spread, fill.Slippage, fill.Position, fill.Equity);
            rows.Write(fill.IsMaker, NpgsqlDbType.Boolean);
            Texts(rows, fill.Tag);
            rows.Write(fill.Script, NpgsqlDbType.Bigint);
        }

        rows.Complete();
    }

    static void AddTrades(NpgsqlConnection connection, string session, IEnumerable<RoundTripRow> trades)
    {
        using var rows = connection.BeginBinaryImport(
            "copy trading.trades (session, number, instrument, side, qty, entry_time, entry_price, exit_time, exit_price, pnl, exit_reason, is_open, script) from stdin (format binary)");
        var number = 0;
        foreach (var trade in trades)
        {
            Begin(rows, session, ++number);
            Texts(rows, trade.Instrument, trade.Side);
            Numbers(rows, trade.Qty);
            rows.Write(Time(trade.EntryTime), NpgsqlDbType.TimestampTz);
            Numbers(rows, trade.EntryPrice);
            rows.Write(Time(trade.ExitTime), NpgsqlDbType.TimestampTz);
            Numbers(rows, trade.ExitPrice, trade.Pnl);
            Texts(rows, trade.ExitReason);
            rows.Write(trade.IsOpen, NpgsqlDbType.Boolean);
            rows.Write(trade.Script, NpgsqlDbType.Bigint);
        }

        rows.Complete();
    }

    static void Begin(NpgsqlBinaryImporter rows, string session, int number)
    {
        rows.StartRow();
        Texts(rows, session);
        rows.Write(number, NpgsqlDbType.Integer);
    }

    static void Texts(NpgsqlBinaryImporter rows, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            rows.Write(text, NpgsqlDbType.Text);
        }
    }

    static void Numbers(NpgsqlBinaryImporter rows, params ReadOnlySpan<decimal> numbers)
    {
        foreach (var number in numbers)
        {
            rows.Write(number, NpgsqlDbType.Numeric);
        }
    }

    static DateTime Time(long nanos) => UtcNanos.ToDateTime(nanos);
}
