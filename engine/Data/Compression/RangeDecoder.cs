using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Workbench.Data.Compression;

/// <summary>The arithmetic decoder below LZMA: turns a stream of bytes and a set of probabilities into bits.</summary>
ref struct RangeDecoder
{
    /// <summary>Bytes it takes from the stream before the first bit.</summary>
    public const int InitialBytes = 5;

    const int ProbabilityBits = 11;
    const int AdaptShift = 5;
    const uint Top = 1 << 24;

    readonly ref byte input;
    readonly int length;
    int position;
    uint range;
    uint code;

    public RangeDecoder(ReadOnlySpan<byte> stream, int start)
    {
        if (stream[start] != 0)
        {
            throw new LzmaException($"is not LZMA (byte {start} must be 0)", start);
        }

        input = ref MemoryMarshal.GetReference(stream);
        length = stream.Length;
        range = uint.MaxValue;
        code = BinaryPrimitives.ReadUInt32BigEndian(stream[(start + 1)..]);
        position = start + InitialBytes;
    }

    /// <summary>Next byte of the stream.</summary>
    public readonly int Position => position;

    /// <summary>One bit by an adapting probability.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Bit(ref ushort probability)
    {
        unchecked
        {
            Normalize();
            uint p = probability;
            var bound = (range >> ProbabilityBits) * p;
            if (code < bound)
            {
                range = bound;
                probability = (ushort)(p + (((1 << ProbabilityBits) - p) >> AdaptShift));
                return 0;
            }

            range -= bound;
            code -= bound;
            probability = (ushort)(p - (p >> AdaptShift));
            return 1;
        }
    }

    /// <summary>A number of so many bits, highest first, along a tree of probabilities.</summary>
    public int Tree(Span<ushort> probabilities, int bits)
    {
        ref var first = ref MemoryMarshal.GetReference(probabilities[..(1 << bits)]);
        var symbol = 1;
        for (var i = 0; i < bits; i++)
        {
            symbol = (symbol << 1) | Bit(ref Unsafe.Add(ref first, symbol));
        }

        return symbol - (1 << bits);
    }

    /// <summary>A number of so many bits, lowest first, along a tree of probabilities.</summary>
    public int ReverseTree(Span<ushort> probabilities, int bits)
    {
        var node = 1;
        var symbol = 0;
        for (var i = 0; i < bits; i++)
        {
            var bit = Bit(ref probabilities[node]);
            node = (node << 1) | bit;
            symbol |= bit << i;
        }

        return symbol;
    }

    /// <summary>Bits of even odds, highest first.</summary>
    public int DirectBits(int bits)
    {
        unchecked
        {
            var result = 0;
            for (var i = 0; i < bits; i++)
            {
                Normalize();
                range >>= 1;
                var isOne = code >= range;
                code -= isOne ? range : 0;
                result = (result << 1) | (isOne ? 1 : 0);
            }

            return result;
        }
    }

    /// <summary>Whether the coder has come to its end: all bytes used up and nothing left over.</summary>
    public bool IsFinished()
    {
        if (range < Top && position >= length)
        {
            return false;
        }

        Normalize();
        return code == 0 && position == length;
    }

    /// <summary>Throws where an end marker was decoded that no encoder wrote.</summary>
    public void CheckMarker()
    {
        Normalize();
        if (code != 0)
        {
            throw new LzmaException("is damaged: its end marker does not come out even", position);
        }
    }

    /// <summary>Throws where bytes follow the end.</summary>
    public readonly void CheckEnd()
    {
        if (position != length)
        {
            throw new LzmaException($"has {length - position} bytes behind its end", position);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Normalize()
    {
        if (range < Top)
        {
            if (position >= length)
            {
                ThrowCut(length);
            }

            unchecked
            {
                range <<= 8;
                code = (code << 8) | Unsafe.Add(ref input, position++);
            }
        }
    }

    static void ThrowCut(int length) => throw new LzmaException("is cut off: it ends in the middle", length);
}
