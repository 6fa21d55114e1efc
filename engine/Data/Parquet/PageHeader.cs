namespace Workbench.Data.Parquet;

/// <summary>What stands before each page: how long it is, how it is written, and its checksum.</summary>
struct PageHeader
{
    public const int Data = 0;
    public const int Dictionary = 2;
    public const int DataV2 = 3;

    public int Type;
    public int PlainBytes;
    public int StoredBytes;
    public uint? Checksum;
    public int Values;
    public ParquetEncoding Encoding;

    // Version 2 only: levels lie before the values, uncompressed.
    public int DefinitionBytes;
    public int RepetitionBytes;
    public bool IsCompressed;

    public static PageHeader Read(ref ThriftReader thrift)
    {
        var header = new PageHeader { IsCompressed = true, Values = -1 };
        var field = thrift.Enter();
        while (thrift.Next(ref field, out var kind))
        {
            switch (field, kind)
            {
                case (1, ThriftKind.Int32):
                    header.Type = thrift.Int32();
                    break;
                case (2, ThriftKind.Int32):
                    header.PlainBytes = thrift.Int32();
                    break;
                case (3, ThriftKind.Int32):
                    header.StoredBytes = thrift.Int32();
                    break;
                case (4, ThriftKind.Int32):
                    header.Checksum = unchecked((uint)thrift.Int32());
                    break;
                case (5 or 7, ThriftKind.Struct):
                    header.ReadValues(ref thrift);
                    break;
                case (8, ThriftKind.Struct):
                    header.ReadVersion2(ref thrift);
                    break;
                default:
                    thrift.Skip(kind);
                    break;
            }
        }

        return header.PlainBytes >= 0 && header.StoredBytes >= 0 && header.DefinitionBytes >= 0 && header.RepetitionBytes >= 0
            ? header
            : throw new InvalidDataException("a page has a negative length");
    }

    public readonly void Write(ByteSink sink)
    {
        var thrift = new ThriftWriter(sink);
        thrift.Begin();
        thrift.Int32(1, Type);
        thrift.Int32(2, PlainBytes);
        thrift.Int32(3, StoredBytes);
        thrift.Int32(4, unchecked((int)Checksum!.Value));
        thrift.Struct(Type == Dictionary ? 7 : 5);
        thrift.Int32(1, Values);
        thrift.Int32(2, (int)Encoding);
        if (Type == Data)
        {
            thrift.Int32(3, (int)ParquetEncoding.Rle);
            thrift.Int32(4, (int)ParquetEncoding.Rle);
        }

        thrift.End();
        thrift.End();
    }

    void ReadValues(ref ThriftReader thrift)
    {
        var field = thrift.Enter();
        while (thrift.Next(ref field, out var kind))
        {
            switch (field, kind)
            {
                case (1, ThriftKind.Int32):
                    Values = thrift.Int32();
                    break;
                case (2, ThriftKind.Int32):
                    Encoding = (ParquetEncoding)thrift.Int32();
                    break;
                default:
                    thrift.Skip(kind);
                    break;
            }
        }
    }

    void ReadVersion2(ref ThriftReader thrift)
    {
        var field = thrift.Enter();
        while (thrift.Next(ref field, out var kind))
        {
            switch (field, kind)
            {
                case (1, ThriftKind.Int32):
                    Values = thrift.Int32();
                    break;
                case (4, ThriftKind.Int32):
                    Encoding = (ParquetEncoding)thrift.Int32();
                    break;
                case (5, ThriftKind.Int32):
                    DefinitionBytes = thrift.Int32();
                    break;
                case (6, ThriftKind.Int32):
                    RepetitionBytes = thrift.Int32();
                    break;
                case (7, ThriftKind.True or ThriftKind.False):
                    IsCompressed = kind == ThriftKind.True;
                    break;
                default:
                    thrift.Skip(kind);
                    break;
            }
        }
    }
}
