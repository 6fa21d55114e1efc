using System.Buffers.Binary;

namespace Workbench.Data.Parquet;

/// <summary>Walks the pages of one column chunk: checks, decompresses, and says where levels and values lie.</summary>
sealed class PageReader
{
    ParquetCodec codec;
    byte[] data = [];
    byte[] plain = [];
    int at;
    int end;
    bool isVouched;

    /// <summary>Head of the current page.</summary>
    public PageHeader Header { get; private set; }

    /// <summary>Buffer that holds the current page, with <see cref="BitUnpacker.Padding"/> spare behind.</summary>
    public byte[] Bytes { get; private set; } = [];

    public int Start { get; private set; }

    public int Stop { get; private set; }

    /// <summary>Where the definition levels lie; empty where there are none.</summary>
    public (int Start, int Stop) Levels { get; private set; }

    public void Open(ChunkMeta chunk, byte[] bytes, int start)
    {
        codec = chunk.Codec;
        data = bytes;
        at = start;
        end = start + (int)chunk.CompressedBytes;
        isVouched = chunk.Checksum is not null;
    }

    public bool IsAtEnd => at >= end;

    /// <summary>Goes to the next page of values or the dictionary; pages of other kinds are passed over.</summary>
    public void Next(ParquetColumn column)
    {
        do
        {
            NextPage();
        }
        while (Header.Type is not (PageHeader.Data or PageHeader.Dictionary or PageHeader.DataV2));

        if (Header.Values < 0)
        {
            throw new InvalidDataException("a page does not say how many values it has");
        }

        if (Header.Type == PageHeader.Data)
        {
            Levels = column.MaxDefinition > 0 ? TakeLevels() : default;
        }
    }

    void NextPage()
    {
        if (IsAtEnd)
        {
            throw new InvalidDataException("a column has fewer pages than values");
        }

        var thrift = new ThriftReader(data.AsSpan(at, end - at));
        Header = PageHeader.Read(ref thrift);
        at += thrift.At;
        if (Header.StoredBytes > end - at)
        {
            throw new InvalidDataException("a page reaches beyond its column");
        }

        var stored = data.AsSpan(at, Header.StoredBytes);
        if (!isVouched && Header.Checksum is { } told && told != Crc32.Of(stored))
        {
            throw new InvalidDataException(FormattableString.Invariant($"the checksum of a page of {stored.Length} bytes is wrong"));
        }

        Place(stored);
        at += Header.StoredBytes;
    }

    void Place(ReadOnlySpan<byte> stored)
    {
        var levels = Header.Type == PageHeader.DataV2 ? Header.RepetitionBytes + (long)Header.DefinitionBytes : 0;
        if (levels > stored.Length || levels > Header.PlainBytes)
        {
            throw new InvalidDataException("a page's levels are longer than the page");
        }

        (Bytes, Start, Stop) = (data, at, at + stored.Length);
        if (codec != ParquetCodec.Uncompressed && (Header.Type != PageHeader.DataV2 || Header.IsCompressed))
        {
            Decompressor.Run(codec, stored[(int)levels..], Header.PlainBytes - (int)levels, (int)levels, ref plain);
            stored[..(int)levels].CopyTo(plain);
            (Bytes, Start, Stop) = (plain, 0, Header.PlainBytes);
        }

        if (Header.Type == PageHeader.DataV2)
        {
            Levels = (Start + Header.RepetitionBytes, Start + (int)levels);
            Start += (int)levels;
        }
    }

    (int Start, int Stop) TakeLevels()
    {
        var count = Stop - Start >= 4 ? BinaryPrimitives.ReadUInt32LittleEndian(Bytes.AsSpan(Start)) : uint.MaxValue;
        if (count > Stop - Start - 4)
        {
            throw new InvalidDataException("a page's levels are longer than the page");
        }

        var start = Start + 4;
        Start = start + (int)count;
        return (start, Start);
    }
}
