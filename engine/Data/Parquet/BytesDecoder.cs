using System.Buffers.Binary;

namespace Workbench.Data.Parquet;

/// <summary>Texts and other byte strings, each an array of its own: a dictionary's are made once and shared by its rows.</summary>
sealed class BytesDecoder : IValueDecoder<byte[]>
{
    /// <summary>Most bytes that the shared beginnings of a page may come to: they can claim far more than the file has.</summary>
    const long MostShared = 1L << 28;

    readonly DeltaDecoder lengths = new();
    readonly DeltaDecoder prefixes = new();
    readonly long[] some = new long[1];
    ParquetEncoding encoding;
    byte[] data = [];
    byte[] last = [];
    long shared;
    int width;
    int at;
    int end;

    public int LeastBytes(ParquetColumn column) => column.Type == ParquetType.FixedLenByteArray ? Math.Max(1, column.Width) : 4;

    public void Open(ParquetColumn column, ParquetEncoding told, byte[] bytes, int start, int stop)
    {
        (encoding, data, at, end, last, shared) = (told, bytes, start, stop, [], 0);
        width = column.Type == ParquetType.FixedLenByteArray ? column.Width : -1;
        switch (encoding)
        {
            case ParquetEncoding.Plain:
                break;
            case ParquetEncoding.DeltaLengthByteArray:
                lengths.Open(bytes, start, stop);
                at = Behind(bytes, start, stop);
                break;
            case ParquetEncoding.DeltaByteArray:
                prefixes.Open(bytes, start, stop);
                var suffixes = Behind(bytes, start, stop);
                lengths.Open(bytes, suffixes, stop);
                at = Behind(bytes, suffixes, stop);
                break;
            default:
                throw new InvalidDataException($"column '{column.Name}' has an encoding that does not fit it ({told})");
        }
    }

    public void Read(Span<byte[]> into)
    {
        foreach (ref var value in into)
        {
            value = encoding switch
            {
                ParquetEncoding.Plain => Take(width >= 0 ? width : PlainLength()),
                ParquetEncoding.DeltaLengthByteArray => Take(Next(lengths)),
                _ => Extend(Next(prefixes), Next(lengths)),
            };
        }
    }

    // The bytes lie behind all the lengths, so those are read once to learn where they end.
    static int Behind(byte[] bytes, int start, int stop)
    {
        var lengths = new DeltaDecoder();
        lengths.Open(bytes, start, stop);
        var some = new long[256];
        while (lengths.Left > 0)
        {
            lengths.Read(some.AsSpan(0, (int)Math.Min(some.Length, lengths.Left)), 1);
        }

        return lengths.At;
    }

    long Next(DeltaDecoder decoder)
    {
        decoder.Read(some, 1);
        return some[0];
    }

    long PlainLength()
    {
        if (end - at < 4)
        {
            throw Early();
        }

        at += 4;
        return BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(at - 4));
    }

    byte[] Take(long length)
    {
        if (length < 0 || length > end - at)
        {
            throw Early();
        }

        at += (int)length;
        return data.AsSpan(at - (int)length, (int)length).ToArray();
    }

    byte[] Extend(long prefix, long suffix)
    {
        shared += prefix;
        if (prefix < 0 || prefix > last.Length || shared > MostShared)
        {
            throw Early();
        }

        return last = [.. last.AsSpan(0, (int)prefix), .. Take(suffix)];
    }

    static InvalidDataException Early() => new("a page's values end too early");
}
