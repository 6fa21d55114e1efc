using System.Buffers.Binary;
using System.Globalization;

namespace Workbench.Data.Parquet;

/// <summary>Reads the footer of a Parquet file, taking nothing in it on trust.</summary>
static class FooterReader
{
    public static FooterMeta Read(ReadOnlySpan<byte> bytes)
    {
        var thrift = new ThriftReader(bytes);
        var schema = new List<SchemaNode>();
        var groups = new List<RowGroupMeta>();
        var metadata = new Dictionary<string, string>();
        var createdBy = "";
        long rows = -1;
        var field = thrift.Enter();
        while (thrift.Next(ref field, out var kind))
        {
            switch (field)
            {
                case 2 when kind == ThriftKind.List:
                    for (var left = thrift.List(out _); left > 0; left--)
                    {
                        schema.Add(SchemaNode.Read(ref thrift));
                    }

                    break;
                case 3 when kind == ThriftKind.Int64:
                    rows = thrift.Int64();
                    break;
                case 4 when kind == ThriftKind.List:
                    for (var left = thrift.List(out _); left > 0; left--)
                    {
                        groups.Add(RowGroup(ref thrift));
                    }

                    break;
                case 5 when kind == ThriftKind.List:
                    KeyValues(ref thrift, metadata);
                    break;
                case 6 when kind == ThriftKind.Binary:
                    createdBy = thrift.Text();
                    break;
                default:
                    thrift.Skip(kind);
                    break;
            }
        }

        var columns = SchemaNode.Leaves(schema);
        Check(columns, groups, rows);
        return new FooterMeta(columns, groups, rows, metadata, createdBy);
    }

    static void Check(List<ParquetColumn> columns, List<RowGroupMeta> groups, long rows)
    {
        var sum = 0L;
        foreach (var group in groups)
        {
            sum = checked(sum + group.Rows);
            if (group.Rows < 0 || group.Chunks.Length != columns.Count)
            {
                throw new InvalidDataException("a row group does not fit its schema");
            }

            for (var i = 0; i < columns.Count; i++)
            {
                if (group.Chunks[i].Type != columns[i].Type || columns[i].Kind != ParquetKind.Nested && group.Chunks[i].Values != group.Rows)
                {
                    throw new InvalidDataException($"column '{columns[i].Name}' does not fit its row group");
                }
            }
        }

        if (sum != rows)
        {
            throw new InvalidDataException($"its row groups hold {Text(sum)} rows and its footer says {Text(rows)}");
        }
    }

    static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    static RowGroupMeta RowGroup(ref ThriftReader thrift)
    {
        var chunks = new List<ChunkMeta>();
        var rows = -1L;
        var field = thrift.Enter();
        while (thrift.Next(ref field, out var kind))
        {
            switch (field)
            {
                case 1 when kind == ThriftKind.List:
                    for (var left = thrift.List(out _); left > 0; left--)
                    {
                        chunks.Add(Chunk(ref thrift));
                    }

                    break;
                case 3 when kind == ThriftKind.Int64:
                    rows = thrift.Int64();
                    break;
                default:
                    thrift.Skip(kind);
                    break;
            }
        }

        return new RowGroupMeta(rows, [.. chunks]);
    }

    static ChunkMeta Chunk(ref ThriftReader thrift)
    {
        var chunk = new ChunkMeta();
        var field = thrift.Enter();
        while (thrift.Next(ref field, out var kind))
        {
            switch (field)
            {
                case 1 when kind == ThriftKind.Binary:
                    chunk.IsElsewhere = thrift.Binary().Length > 0;
                    break;
                case 3 when kind == ThriftKind.Struct:
                    ChunkFields(ref thrift, chunk);
                    break;
                default:
                    thrift.Skip(kind);
                    break;
            }
        }

        return chunk;
    }

    static void ChunkFields(ref ThriftReader thrift, ChunkMeta chunk)
    {
        var field = thrift.Enter();
        while (thrift.Next(ref field, out var kind))
        {
            switch (field)
            {
                case 1 when kind == ThriftKind.Int32:
                    chunk.Type = (ParquetType)thrift.Int32();
                    break;
                case 4 when kind == ThriftKind.Int32:
                    chunk.Codec = (ParquetCodec)thrift.Int32();
                    break;
                case 5 when kind == ThriftKind.Int64:
                    chunk.Values = thrift.Int64();
                    break;
                case 6 when kind == ThriftKind.Int64:
                    chunk.PlainBytes = thrift.Int64();
                    break;
                case 7 when kind == ThriftKind.Int64:
                    chunk.CompressedBytes = thrift.Int64();
                    break;
                case 8 when kind == ThriftKind.List:
                    chunk.Checksum = Checksum(ref thrift);
                    break;
                case 9 when kind == ThriftKind.Int64:
                    chunk.DataOffset = thrift.Int64();
                    break;
                case 11 when kind == ThriftKind.Int64:
                    chunk.DictionaryOffset = thrift.Int64();
                    break;
                case 12 when kind == ThriftKind.Struct:
                    Statistics(ref thrift, chunk);
                    break;
                default:
                    thrift.Skip(kind);
                    break;
            }
        }
    }

    static uint? Checksum(ref ThriftReader thrift)
    {
        var pairs = new Dictionary<string, string>();
        KeyValues(ref thrift, pairs);
        return pairs.TryGetValue(FooterGuard.ChunkKey, out var text) && uint.TryParse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    static void Statistics(ref ThriftReader thrift, ChunkMeta chunk)
    {
        var field = thrift.Enter();
        while (thrift.Next(ref field, out var kind))
        {
            switch (field)
            {
                case 5 when kind == ThriftKind.Binary:
                    chunk.Max = Integer(thrift.Binary());
                    break;
                case 6 when kind == ThriftKind.Binary:
                    chunk.Min = Integer(thrift.Binary());
                    break;
                default:
                    thrift.Skip(kind);
                    break;
            }
        }
    }

    static long? Integer(ReadOnlySpan<byte> value) => value.Length switch
    {
        4 => BinaryPrimitives.ReadInt32LittleEndian(value),
        8 => BinaryPrimitives.ReadInt64LittleEndian(value),
        _ => null,
    };

    static void KeyValues(ref ThriftReader thrift, Dictionary<string, string> into)
    {
        for (var left = thrift.List(out _); left > 0; left--)
        {
            var key = "";
            var value = "";
            var field = thrift.Enter();
            while (thrift.Next(ref field, out var kind))
            {
                switch (field)
                {
                    case 1 when kind == ThriftKind.Binary:
                        key = thrift.Text();
                        break;
                    case 2 when kind == ThriftKind.Binary:
                        value = thrift.Text();
                        break;
                    default:
                        thrift.Skip(kind);
                        break;
                }
            }

            into[key] = value;
        }
    }
}
