using Npgsql;
using NpgsqlTypes;

namespace Workbench.Platform.Postgres;

/// <summary>Puts events of a tape into its table by binary COPY, one COPY for each piece of time.</summary>
sealed class RowWriter<TBatch>(NpgsqlConnection connection, TapeTable<TBatch> table, int tape, short source) : IDisposable
{
    readonly ITapeShape<TBatch> layout = table.Layout;
    NpgsqlBinaryImporter? rows;
    long last = long.MinValue;
    int seq;

    /// <summary>Appends a stretch of a batch, all of one piece of time.</summary>
    public void Add(TBatch batch, int from, int count)
    {
        rows ??= connection.BeginBinaryImport($"copy {table.Series.Name} (tape, seq, source, {table.Columns}) from stdin (format binary)");
        var times = layout.Column(batch, 0);
        for (var at = from; at < from + count; at++)
        {
            // Events of one instant have no order but this one.
            seq = times[at] == last ? seq + 1 : 0;
            last = times[at];
            rows.StartRow();
            rows.Write(tape, NpgsqlDbType.Integer);
            rows.Write(seq, NpgsqlDbType.Integer);
            rows.Write(source, NpgsqlDbType.Smallint);
            table.Rows.Write(rows, batch, at);
        }
    }

    /// <summary>Ends the piece.</summary>
    public void Close()
    {
        rows?.Complete();
        rows?.Dispose();
        rows = null;
    }

    public void Dispose() => rows?.Dispose();
}
