using Npgsql;
using NpgsqlTypes;

namespace Workbench.Platform.Postgres;

/// <summary>The values of one row of notices.</summary>
sealed class NoticeRow : INoticeRow
{
    readonly Dictionary<string, object> values = new(StringComparer.Ordinal);

    /// <summary>Reads a row that was begun.</summary>
    public NoticeRow(IReadOnlyList<TapeColumn> columns, NpgsqlBinaryExporter row)
    {
        foreach (var column in columns)
        {
            values.Add(column.Name, Value(column.Unit, row));
        }
    }

    public long Time(string column) => (long)values[column];

    public decimal Decimal(string column) => (decimal)values[column];

    public string Text(string column) => (string)values[column];

    static object Value(ColumnUnit unit, NpgsqlBinaryExporter row) => unit switch
    {
        ColumnUnit.Time => RowTime.Read(row),
        ColumnUnit.Share => row.Read<decimal>(NpgsqlDbType.Numeric),
        ColumnUnit.Figure => Figure(row),
        _ => row.Read<string>(NpgsqlDbType.Text),
    };

    static string Figure(NpgsqlBinaryExporter row)
    {
        if (row.IsNull)
        {
            row.Skip();
            return FigureText.Of(null);
        }

        return FigureText.Of(row.Read<decimal>(NpgsqlDbType.Numeric));
    }
}
