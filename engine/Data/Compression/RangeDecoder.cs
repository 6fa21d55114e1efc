using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Workbench.Data.Compression;

/// <summary>The arithmetic decoder below LZMA: turns a stream of bytes and a set of probabilities into bits.</summary>
/// <remarks>Four fields, since a struct of more is not kept in registers. It throws <see cref="EndOfStreamException"/> where the stream ends too early.</remarks>
ref struct RangeDecoder
{
    /// <summary>Bytes it takes from the stream before the first bit.</summary>
    public const int InitialBytes = 5;

    const int ProbabilityBits = 11;
    const int AdaptShift = 5;
    const uint Top = 1 << 24;

    ref byte next;
    int left;
    uint range;
    uint code;

    public RangeDecoder(ReadOnlySpan<byte> stream, int start)
    {
        if (stream[start] != 0)
        {
            throw new LzmaException($"is not LZMA (byte {start} must be 0)", start);
        }

        range = uint.MaxValue;
        code = BinaryPrimitives.ReadUInt32BigEndian(stream[(start + 1)..]);
        var rest = stream[(start + InitialBytes)..];
        next = ref MemoryMarshal.GetReference(rest);
        left = rest.Length;
    }

    /// <summary>Bytes of the stream that were not looked at yet.</summary>
    public readonly int Left => left;

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
        var coder = this;
        var symbol = 1;
        for (var i = 0; i < bits; i++)
        {
            symbol = (symbol << 1) | coder.Bit(ref Unsafe.Add(ref first, symbol));
        }

        this = coder;
        return symbol - (1 << bits);
    }

    /// <summary>A number of so many bits, lowest first, along a tree of probabilities.</summary>
    public int ReverseTree(Span<ushort> probabilities, int bits)
    {
        var coder = this;
        var node = 1;
        var symbol = 0;
        for (var i = 0; i < bits; i++)
        {
            var bit = coder.Bit(ref probabilities[node]);
            node = (node << 1) | bit;
            symbol |= bit << i;
        }

        this = coder;
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
        if (range < Top && left == 0)
        {
            return false;
        }

        return IsEven() && left == 0;
    }

    /// <summary>Whether nothing is left over, as behind the last bit of a sound stream.</summary>
    public bool IsEven()
    {
        Normalize();
        return code == 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Normalize()
    {
        if (range < Top)
        {
            if (left == 0)
            {
                ThrowCut();
            }

            unchecked
            {
                left--;
                range <<= 8;
                code = (code << 8) | next;
                next = ref Unsafe.Add(ref next, 1);
            }
        }
    }

    static void ThrowCut() => throw new EndOfStreamException();
}
