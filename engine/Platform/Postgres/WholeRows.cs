using Npgsql;
using NpgsqlTypes;

namespace Workbench.Platform.Postgres;

/// <summary>Rows of market data, whose columns are integers all.</summary>
sealed class WholeRows<TBatch>(ITapeShape<TBatch> shape) : ITapeRows<TBatch>
{
    readonly IReadOnlyList<TapeColumn> columns = shape.Shape;

    public void Write(NpgsqlBinaryImporter row, TBatch batch, int at)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var value = shape.Column(batch, i)[at];
            switch (columns[i].Unit)
            {
                case ColumnUnit.Time:
                    RowTime.Write(row, value);
                    break;
                case ColumnUnit.Whole:
                    row.Write((short)value, NpgsqlDbType.Smallint);
                    break;
                default:
                    row.Write(value, NpgsqlDbType.Bigint);
                    break;
            }
        }
    }

    public void Read(NpgsqlBinaryExporter row, TBatch batch, int at, string symbol)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            shape.Column(batch, i)[at] = columns[i].Unit switch
            {
                ColumnUnit.Time => RowTime.Read(row),
                ColumnUnit.Whole => row.Read<short>(NpgsqlDbType.Smallint),
                _ => row.Read<long>(NpgsqlDbType.Bigint),
            };
        }
    }
}
