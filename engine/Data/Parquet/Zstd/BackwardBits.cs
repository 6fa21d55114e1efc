using System.Buffers.Binary;

namespace Workbench.Data.Parquet.Zstd;

/// <summary>Reads bits from a stream's end to its start. Its last byte holds a one above the first bit; before its start there are zeros.</summary>
ref struct BackwardBits
{
    readonly ReadOnlySpan<byte> bytes;

    public BackwardBits(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0 || bytes[^1] == 0)
        {
            throw ZstdError.Damaged("a bit stream has no end");
        }

        this.bytes = bytes;
        Left = bytes.Length * 8L - 8 + System.Numerics.BitOperations.Log2(bytes[^1]);
    }

    /// <summary>Bits not read yet; negative where more were read than there are.</summary>
    public long Left { get; private set; }

    /// <summary>The next bits, at most 32, without passing them.</summary>
    public readonly int Peek(int count) => Left >= count ? From(Left - count, count) : Left <= 0 ? 0 : From(0, (int)Left) << (int)(count - Left);

    public int Read(int count)
    {
        var value = Peek(count);
        Left -= count;
        return value;
    }

    public void Pass(int count) => Left -= count;

    readonly int From(long bit, int count)
    {
        var at = (int)(bit >> 3);
        var word = bytes.Length - at >= 8 ? BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]) : Tail(at);
        return unchecked((int)(word >> (int)(bit & 7) & (1UL << count) - 1));
    }

    readonly ulong Tail(int at)
    {
        Span<byte> word = stackalloc byte[8];
        word.Clear();
        bytes[at..].CopyTo(word);
        return BinaryPrimitives.ReadUInt64LittleEndian(word);
    }
}
