using System.Buffers.Binary;
using System.Globalization;

namespace Workbench.Data.Parquet;

/// <summary>Writes the footer of a Parquet file.</summary>
static class FooterWriter
{
    public static void Write(ByteSink sink, FooterMeta footer)
    {
        var thrift = new ThriftWriter(sink);
        thrift.Begin();
        thrift.Int32(1, 2);
        Schema(thrift, footer.Columns);
        thrift.Int64(3, footer.Rows);
        thrift.List(4, ThriftKind.Struct, footer.RowGroups.Count);
        foreach (var group in footer.RowGroups)
        {
            RowGroup(thrift, group, footer.Columns);
        }

        KeyValues(thrift, 5, footer.Metadata);
        thrift.Text(6, footer.CreatedBy);
        Orders(thrift, footer.Columns.Count);
        thrift.End();
    }

    static void Schema(ThriftWriter thrift, IReadOnlyList<ParquetColumn> columns)
    {
        thrift.List(2, ThriftKind.Struct, columns.Count + 1);
        thrift.Begin();
        thrift.Text(4, "schema");
        thrift.Int32(5, columns.Count);
        thrift.End();
        foreach (var column in columns)
        {
            thrift.Begin();
            thrift.Int32(1, (int)column.Type);
            thrift.Int32(3, 0);
            thrift.Text(4, column.Name);
            Meaning(thrift, column);
            thrift.End();
        }
    }

    // The older annotation beside the newer one, as readers know either.
    static void Meaning(ThriftWriter thrift, ParquetColumn column)
    {
        switch (column.Kind)
        {
            case ParquetKind.Text:
                thrift.Int32(6, 0);
                thrift.Struct(10);
                thrift.Struct(1);
                thrift.End();
                thrift.End();
                break;
            case ParquetKind.Decimal:
                thrift.Int32(6, 5);
                thrift.Int32(7, column.Scale);
                thrift.Int32(8, 18);
                thrift.Struct(10);
                thrift.Struct(5);
                thrift.Int32(1, column.Scale);
                thrift.Int32(2, 18);
                thrift.End();
                thrift.End();
                break;
            case ParquetKind.Time:
                Time(thrift, column.UnitNanos);
                break;
        }
    }

    static void Time(ThriftWriter thrift, long unitNanos)
    {
        var unit = unitNanos switch { UtcNanos.Millisecond => 1, UtcNanos.Microsecond => 2, _ => 3 };
        if (unit < 3)
        {
            thrift.Int32(6, unit == 1 ? 9 : 10);
        }

        thrift.Struct(10);
        thrift.Struct(8);
        thrift.Bool(1, true);
        thrift.Struct(2);
        thrift.Struct(unit);
        thrift.End();
        thrift.End();
        thrift.End();
        thrift.End();
    }

    static void RowGroup(ThriftWriter thrift, RowGroupMeta group, IReadOnlyList<ParquetColumn> columns)
    {
        thrift.Begin();
        thrift.List(1, ThriftKind.Struct, group.Chunks.Length);
        for (var i = 0; i < group.Chunks.Length; i++)
        {
            Chunk(thrift, group.Chunks[i], columns[i]);
        }

        thrift.Int64(2, group.Chunks.Sum(chunk => chunk.PlainBytes));
        thrift.Int64(3, group.Rows);
        thrift.End();
    }

    static void Chunk(ThriftWriter thrift, ChunkMeta chunk, ParquetColumn column)
    {
        thrift.Begin();
        thrift.Int64(2, 0);
        thrift.Struct(3);
        thrift.Int32(1, (int)chunk.Type);
        Encodings(thrift, chunk);
        thrift.List(3, ThriftKind.Binary, 1);
        thrift.Element(column.Name);
        thrift.Int32(4, (int)chunk.Codec);
        thrift.Int64(5, chunk.Values);
        thrift.Int64(6, chunk.PlainBytes);
        thrift.Int64(7, chunk.CompressedBytes);
        KeyValues(thrift, 8, new Dictionary<string, string>
        {
            [FooterGuard.ChunkKey] = chunk.Checksum!.Value.ToString("x8", CultureInfo.InvariantCulture),
        });
        thrift.Int64(9, chunk.DataOffset);
        if (chunk.DictionaryOffset >= 0)
        {
            thrift.Int64(11, chunk.DictionaryOffset);
        }

        Statistics(thrift, chunk);
        thrift.End();
        thrift.End();
    }

    static void Encodings(ThriftWriter thrift, ChunkMeta chunk)
    {
        ParquetEncoding[] used = chunk.DictionaryOffset >= 0
            ? [ParquetEncoding.Plain, ParquetEncoding.RleDictionary]
            : [chunk.Encoding];
        thrift.List(2, ThriftKind.Int32, used.Length);
        foreach (var encoding in used)
        {
            thrift.Element((int)encoding);
        }
    }

    static void Statistics(ThriftWriter thrift, ChunkMeta chunk)
    {
        thrift.Struct(12);
        thrift.Int64(3, 0);
        if (chunk is { Min: { } min, Max: { } max })
        {
            Span<byte> value = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(value, max);
            thrift.Binary(5, value);
            BinaryPrimitives.WriteInt64LittleEndian(value, min);
            thrift.Binary(6, value);
        }

        thrift.End();
    }

    static void KeyValues(ThriftWriter thrift, int field, IReadOnlyDictionary<string, string> pairs)
    {
        thrift.List(field, ThriftKind.Struct, pairs.Count);
        foreach (var (key, value) in pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            thrift.Begin();
            thrift.Text(1, key);
            thrift.Text(2, value);
            thrift.End();
        }
    }

    // Minima and maxima count only where the file says in which order: each type's own.
    static void Orders(ThriftWriter thrift, int count)
    {
        thrift.List(7, ThriftKind.Struct, count);
        for (var i = 0; i < count; i++)
        {
            thrift.Begin();
            thrift.Struct(1);
            thrift.End();
            thrift.End();
        }
    }
}
