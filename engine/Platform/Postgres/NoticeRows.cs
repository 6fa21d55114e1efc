using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Workbench.Platform.Postgres;

/// <summary>Rows of news, calendars and sentiment: figures as numbers that may be missing, texts as they are.</summary>
sealed class NoticeRows<TNotice>(NoticeShape<TNotice> shape) : ITapeRows<NoticeBatch<TNotice>>
    where TNotice : class, INotice
{
    public void Write(NpgsqlBinaryImporter row, NoticeBatch<TNotice> batch, int at)
    {
        RowTime.Write(row, batch.Time[at]);
        foreach (var column in shape.Table)
        {
            Write(row, column, batch.Notice[at]);
        }
    }

    public void Read(NpgsqlBinaryExporter row, NoticeBatch<TNotice> batch, int at, string symbol)
    {
        var values = new NoticeRow(shape.Shape, row);
        batch.Time[at] = values.Time(shape.Shape[0].Name);
        try
        {
            batch.Notice[at] = shape.Read(values, symbol);
        }
        catch (Exception cause) when (cause is FormatException or JsonException or ArgumentException or KeyNotFoundException or InvalidOperationException)
        {
            throw PostgresErrors.RowDamaged(symbol, batch.Time[at], cause);
        }
    }

    static void Write(NpgsqlBinaryImporter row, NoticeColumn<TNotice> column, TNotice notice)
    {
        switch (column.Column.Unit)
        {
            case ColumnUnit.Time:
                RowTime.Write(row, column.Whole(notice));
                break;
            case ColumnUnit.Share:
                row.Write(Scaled.ToDecimal(column.Whole(notice), NoticeColumn<TNotice>.ShareScale), NpgsqlDbType.Numeric);
                break;
            case ColumnUnit.Figure:
                row.WriteOrNull(FigureText.Read(column.Text(notice)), NpgsqlDbType.Numeric);
                break;
            default:
                row.Write(column.Text(notice), NpgsqlDbType.Text);
                break;
        }
    }
}
