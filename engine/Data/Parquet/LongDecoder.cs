using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Workbench.Data.Parquet;

/// <summary>Integers, instants, scaled decimals and booleans, all as 64-bit integers.</summary>
/// <param name="scale">What each delta-packed value is multiplied by on its way.</param>
sealed class LongDecoder(long scale = 1) : IValueDecoder<long>
{
    const int JulianDayOf1970 = 2_440_588;

    readonly DeltaDecoder delta = new();
    readonly HybridDecoder flags = new();
    ParquetEncoding encoding;
    ParquetType type;
    byte[] data = [];
    int at;
    int end;
    int bit;

    public int LeastBytes(ParquetColumn column) => Size(column.Type);

    public void Open(ParquetColumn column, ParquetEncoding told, byte[] bytes, int start, int stop)
    {
        (type, encoding, data, at, end, bit) = (column.Type, told, bytes, start, stop, 0);
        switch (encoding)
        {
            case ParquetEncoding.Plain:
                break;
            case ParquetEncoding.DeltaBinaryPacked when type is ParquetType.Int32 or ParquetType.Int64:
                delta.Open(bytes, start, stop);
                break;
            case ParquetEncoding.Rle when type == ParquetType.Boolean && stop - start >= 4:
                flags.Open(bytes, start + 4, stop, 1);
                break;
            default:
                throw new InvalidDataException($"column '{column.Name}' has an encoding that does not fit it ({told})");
        }
    }

    public void Read(Span<long> into)
    {
        switch (encoding)
        {
            case ParquetEncoding.DeltaBinaryPacked:
                delta.Read(into, scale);
                Narrow(into);
                break;
            case ParquetEncoding.Rle:
                ReadRuns(into);
                break;
            case var _ when type == ParquetType.Boolean:
                ReadBits(into);
                break;
            default:
                ReadPlain(into);
                break;
        }
    }

    // Deltas of 32-bit columns wrap round at 32 bits.
    void Narrow(Span<long> into)
    {
        if (type == ParquetType.Int32)
        {
            foreach (ref var value in into)
            {
                value = unchecked((int)value);
            }
        }
    }

    void ReadRuns(Span<long> into)
    {
        Span<int> some = stackalloc int[256];
        for (; into.Length > 0; into = into[Math.Min(into.Length, some.Length)..])
        {
            var part = some[..Math.Min(into.Length, some.Length)];
            flags.Read(part);
            for (var i = 0; i < part.Length; i++)
            {
                into[i] = part[i];
            }
        }
    }

    void ReadBits(Span<long> into)
    {
        if (bit + (long)into.Length > (end - at) * 8L)
        {
            throw Early();
        }

        for (var i = 0; i < into.Length; i++, bit++)
        {
            into[i] = data[at + (bit >> 3)] >> (bit & 7) & 1;
        }
    }

    void ReadPlain(Span<long> into)
    {
        var bytes = (long)into.Length * Size(type);
        if (bytes > end - at)
        {
            throw Early();
        }

        var source = data.AsSpan(at, (int)bytes);
        at += (int)bytes;
        switch (type)
        {
            case ParquetType.Int64:
                source.CopyTo(MemoryMarshal.AsBytes(into));
                break;
            case ParquetType.Int32:
                for (var i = 0; i < into.Length; i++)
                {
                    into[i] = BinaryPrimitives.ReadInt32LittleEndian(source[(i * 4)..]);
                }

                break;
            default:
                for (var i = 0; i < into.Length; i++)
                {
                    into[i] = Int96(source.Slice(i * 12, 12));
                }

                break;
        }

        if (scale != 1)
        {
            foreach (ref var value in into)
            {
                value *= scale;
            }
        }
    }

    static long Int96(ReadOnlySpan<byte> value) =>
        (BinaryPrimitives.ReadInt32LittleEndian(value[8..]) - JulianDayOf1970) * UtcNanos.Day + BinaryPrimitives.ReadInt64LittleEndian(value);

    static int Size(ParquetType type) => type switch { ParquetType.Int32 => 4, ParquetType.Int96 => 12, _ => 8 };

    static InvalidDataException Early() => new("a page's values end too early");
}
