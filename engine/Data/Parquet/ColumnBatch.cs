using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Workbench.Data.Parquet;

/// <summary>The rows of a table that lie in memory, for one of its columns.</summary>
sealed class ColumnBatch(ParquetColumn column)
{
    readonly bool[] present = new bool[column.MaxDefinition > 0 ? PageWriter.Rows : 0];
    readonly ColumnReader<long>? longs = IsLong(column) ? new(column, new LongDecoder()) : null;
    readonly ColumnReader<double>? reals = column.Kind == ParquetKind.Real ? new(column, new RealDecoder()) : null;
    readonly ColumnReader<byte[]>? bytes = IsBytes(column) ? new(column, new BytesDecoder()) : null;
    readonly long[] wholes = new long[IsLong(column) ? PageWriter.Rows : 0];
    readonly double[] doubles = new double[column.Kind == ParquetKind.Real ? PageWriter.Rows : 0];
    readonly byte[][] strings = new byte[IsBytes(column) ? PageWriter.Rows : 0][];
    byte[] buffer = [];

    public ParquetColumn Column => column;

    public void Open(ParquetFile file, ChunkMeta chunk)
    {
        if (column.Kind == ParquetKind.Nested)
        {
            return;
        }

        file.Read([chunk], ref buffer);
        longs?.Open(chunk, buffer, 0);
        reals?.Open(chunk, buffer, 0);
        bytes?.Open(chunk, buffer, 0);
    }

    public void Read(int count)
    {
        var there = present.AsSpan(0, Math.Min(count, present.Length));
        longs?.Read(wholes.AsSpan(0, count), there);
        reals?.Read(doubles.AsSpan(0, count), there);
        bytes?.Read(strings.AsSpan(0, count), there);
        if (column.Kind == ParquetKind.Time && column.UnitNanos != 1 && column.Type != ParquetType.Int96)
        {
            foreach (ref var value in wholes.AsSpan(0, count))
            {
                value = checked(value * column.UnitNanos);
            }
        }
    }

    public bool IsNull(int row) => present.Length > 0 && !present[row];

    public long Long(int row) => wholes[row];

    public double Real(int row) => doubles[row];

    public byte[] Bytes(int row) => strings[row] ?? [];

    public string Text(int row) => Encoding.UTF8.GetString(Bytes(row));

    /// <summary>The decimal without zeros at its end.</summary>
    public decimal Decimal(int row) => longs is not null ? Narrow(wholes[row], column.Scale) : Wide(new BigInteger(Bytes(row), isBigEndian: true), column.Scale);

    static decimal Narrow(long unscaled, int scale)
    {
        if (unscaled == 0)
        {
            return 0m;
        }

        for (; scale > 0 && unscaled % 10 == 0; scale--)
        {
            unscaled /= 10;
        }

        return scale <= 28 ? Scaled.ToDecimal(unscaled, (byte)scale) : throw TooFine();
    }

    static decimal Wide(BigInteger unscaled, int scale)
    {
        for (; scale > 0 && !unscaled.IsZero && unscaled % 10 == 0; scale--)
        {
            unscaled /= 10;
        }

        return unscaled.IsZero ? 0m : scale <= 28 ? (decimal)unscaled * new decimal(1, 0, 0, false, (byte)scale) : throw TooFine();
    }

    static InvalidDataException TooFine() => new("a decimal has more digits than can be held here");

    static bool IsLong(ParquetColumn column) =>
        column.Kind != ParquetKind.Nested && column.Type is ParquetType.Boolean or ParquetType.Int32 or ParquetType.Int64 or ParquetType.Int96;

    static bool IsBytes(ParquetColumn column) =>
        column.Kind != ParquetKind.Nested && column.Type is ParquetType.ByteArray or ParquetType.FixedLenByteArray;
}
