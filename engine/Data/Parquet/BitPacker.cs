using System.Buffers.Binary;

namespace Workbench.Data.Parquet;

/// <summary>Writes numbers in as few bits as the widest needs, lowest bit first: the inner form of two Parquet encodings.</summary>
static class BitPacker
{
    /// <summary>Appends the values, a multiple of eight of them, each in <paramref name="width"/> bits.</summary>
    public static void Pack(ByteSink sink, ReadOnlySpan<ulong> values, int width)
    {
        var bytes = sink.Take(values.Length / 8 * width);
        UInt128 pending = 0;
        var bits = 0;
        var at = 0;
        foreach (var value in values)
        {
            pending |= (UInt128)value << bits;
            bits += width;
            if (bits >= 64)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(bytes[at..], unchecked((ulong)pending));
                pending >>= 64;
                bits -= 64;
                at += 8;
            }
        }

        for (; bits > 0; bits -= 8)
        {
            bytes[at++] = unchecked((byte)pending);
            pending >>= 8;
        }
    }

    /// <summary>Bits that hold the number; 0 for zero.</summary>
    public static int WidthOf(ulong value) => 64 - System.Numerics.BitOperations.LeadingZeroCount(value);
}
