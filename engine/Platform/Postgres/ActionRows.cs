using Npgsql;
using NpgsqlTypes;

namespace Workbench.Platform.Postgres;

/// <summary>Tables of dividends and splits as rows. One that is replaced stays, with the time when it was.</summary>
static class ActionRows
{
    /// <summary>What is in force of a symbol; null where nothing is known.</summary>
    public static ActionTable? Of(NpgsqlConnection connection, string symbol) =>
        connection.List("select id, source from market.action_tables where symbol = $1 and replaced is null", row => (Id: row.GetInt32(0), Source: row.GetString(1)), symbol) is [var table]
            ? new ActionTable(symbol, table.Source, connection.List(
                "select day, dividend, split, capital_gain, adjustment from market.corporate_actions where action_table = $1 order by day", Read, table.Id))
            : null;

    /// <summary>Lets a table be in force.</summary>
    /// <returns>Whether it says something else than the one before.</returns>
    public static bool Keep(NpgsqlConnection connection, ActionTable table)
    {
        connection.Do("select pg_advisory_xact_lock(hashtextextended($1, 0))", $"actions/{table.Symbol}");
        if (Of(connection, table.Symbol) is { } before && before.Source == table.Source && before.Rows.SequenceEqual(table.Rows))
        {
            return false;
        }

        connection.Do("update market.action_tables set replaced = now() where symbol = $1 and replaced is null", table.Symbol);
        var id = connection.Ask<int>("insert into market.action_tables (symbol, source) values ($1, $2) returning id", table.Symbol, table.Source);
        using var rows = connection.BeginBinaryImport("copy market.corporate_actions (action_table, day, dividend, split, capital_gain, adjustment) from stdin (format binary)");
        foreach (var action in table.Rows)
        {
            Write(rows, id, action);
        }

        rows.Complete();
        return true;
    }

    static void Write(NpgsqlBinaryImporter rows, int table, CorporateAction action)
    {
        rows.StartRow();
        rows.Write(table, NpgsqlDbType.Integer);
        rows.Write(action.Date, NpgsqlDbType.Date);
        rows.Write(action.Dividend, NpgsqlDbType.Numeric);
        rows.Write(action.Split, NpgsqlDbType.Numeric);
        rows.Write(action.CapitalGain, NpgsqlDbType.Numeric);
        rows.WriteOrNull(action.Adjustment, NpgsqlDbType.Double);
    }

    static CorporateAction Read(NpgsqlDataReader row) => new(row.GetFieldValue<DateOnly>(0), row.GetDecimal(1), row.GetDecimal(2))
    {
        CapitalGain = row.GetDecimal(3), Adjustment = row.IsDBNull(4) ? null : row.GetDouble(4),
    };
}
