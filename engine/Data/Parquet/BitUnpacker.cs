using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Workbench.Data.Parquet;

/// <summary>
/// Reads bit-packed numbers with one unaligned 64-bit load each. The loads may reach <see cref="Padding"/> bytes beyond the packed
/// ones, so that every buffer given to it has as many bytes spare behind its content.
/// </summary>
static class BitUnpacker
{
    /// <summary>Bytes that a buffer has beyond its content.</summary>
    public const int Padding = 16;

    /// <summary>The number of up to 64 bits that begins at the given bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong At(ref byte source, long bit, int width)
    {
        var value = Load(ref source, bit);
        var reach = (int)(bit & 7) + width;
        if (reach > 64)
        {
            value |= (ulong)Unsafe.AddByteOffset(ref source, (nint)(bit >> 3) + 8) << 64 - (int)(bit & 7);
        }

        return value & Mask(width);
    }

    /// <summary>The 64 bits from the given bit's byte on, the bit lowest: all of a number of up to 57 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Load(ref byte source, long bit)
    {
        // A checked conversion here would cost as much as all the rest.
        unchecked
        {
            return Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref source, (nint)(bit >> 3))) >> ((int)bit & 7);
        }
    }

    public static ulong Mask(int width) => width == 0 ? 0 : ulong.MaxValue >> 64 - width;

    /// <summary>The first byte of a stretch of packed values, after proof that the buffer holds it and the padding.</summary>
    public static ref byte Begin(byte[] data, int at, long bytes)
    {
        if (at < 0 || bytes < 0 || at + bytes + Padding > data.Length)
        {
            throw new InvalidDataException("packed values end too early");
        }

        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(data), at);
    }
}
