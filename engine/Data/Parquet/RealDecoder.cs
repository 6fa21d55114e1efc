using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Workbench.Data.Parquet;

/// <summary>Floats and doubles, as they are or with their bytes split into streams.</summary>
sealed class RealDecoder : IValueDecoder<double>
{
    ParquetEncoding encoding;
    byte[] data = [];
    int at;
    int end;
    int size;
    int start;

    public int LeastBytes(ParquetColumn column) => column.Type == ParquetType.Float ? 4 : 8;

    public void Open(ParquetColumn column, ParquetEncoding told, byte[] bytes, int from, int stop)
    {
        (encoding, data, start, at, end, size) = (told, bytes, from, from, stop, LeastBytes(column));
        if (encoding is not (ParquetEncoding.Plain or ParquetEncoding.ByteStreamSplit))
        {
            throw new InvalidDataException($"column '{column.Name}' has an encoding that does not fit it ({told})");
        }
    }

    public void Read(Span<double> into)
    {
        if ((long)into.Length * size > end - start - (encoding == ParquetEncoding.Plain ? at - start : (at - start) * (long)size))
        {
            throw new InvalidDataException("a page's values end too early");
        }

        if (encoding == ParquetEncoding.ByteStreamSplit)
        {
            ReadSplit(into);
            return;
        }

        var source = data.AsSpan(at, into.Length * size);
        at += source.Length;
        if (size == 8)
        {
            source.CopyTo(MemoryMarshal.AsBytes(into));
            return;
        }

        for (var i = 0; i < into.Length; i++)
        {
            into[i] = BinaryPrimitives.ReadSingleLittleEndian(source[(i * 4)..]);
        }
    }

    // The first bytes of all values, then all second bytes, and so on.
    void ReadSplit(Span<double> into)
    {
        var stride = (end - start) / size;
        for (var i = 0; i < into.Length; i++, at++)
        {
            ulong bits = 0;
            for (var k = size - 1; k >= 0; k--)
            {
                bits = bits << 8 | data[at + k * stride];
            }

            into[i] = size == 8 ? BitConverter.UInt64BitsToDouble(bits) : BitConverter.UInt32BitsToSingle((uint)bits);
        }
    }
}
