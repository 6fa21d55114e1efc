using System.Buffers.Binary;

namespace Workbench.Simulators.Providers.Dukascopy;

/// <summary>
/// Writes LZMA-alone streams of literals only: as short a coder as the format allows (7-Zip's lzma-specification.txt), which packs little
/// and which every decoder must read. Its head is the vendor's: lc 3, lp 0, pb 2, the length in it.
/// </summary>
sealed class Lzma
{
    const uint Top = 1 << 24;
    const ushort Even = 1024;

    readonly MemoryStream packed = new();
    readonly ushort[] isMatch = [.. Enumerable.Repeat(Even, 4)];
    readonly ushort[] literals = [.. Enumerable.Repeat(Even, 0x300 << 3)];
    ulong low;
    uint range = uint.MaxValue;
    byte cache;
    long cached = 1;

    /// <summary>Packs a file.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> plain)
    {
        var coder = new Lzma();
        coder.Head(plain.Length);
        byte before = 0;
        for (var at = 0; at < plain.Length; at++)
        {
            coder.Bit(ref coder.isMatch[at & 3], 0);
            coder.Literal(before, plain[at]);
            before = plain[at];
        }

        for (var left = 0; left < 5; left++)
        {
            coder.ShiftLow();
        }

        return coder.packed.ToArray();
    }

    void Head(int length)
    {
        Span<byte> head = stackalloc byte[13];
        head[0] = 0x5D;
        BinaryPrimitives.WriteUInt32LittleEndian(head[1..], 1 << 22);
        BinaryPrimitives.WriteUInt64LittleEndian(head[5..], (ulong)length);
        packed.Write(head);
    }

    // The byte before chooses the table by its three highest bits.
    void Literal(byte before, byte literal)
    {
        var table = literals.AsSpan(0x300 * (before >> 5), 0x300);
        for (var (node, bit) = (1, 7); bit >= 0; bit--)
        {
            var value = (literal >> bit) & 1;
            Bit(ref table[node], value);
            node = (node << 1) | value;
        }
    }

    void Bit(ref ushort chance, int bit)
    {
        var bound = (range >> 11) * chance;
        if (bit == 0)
        {
            (range, chance) = (bound, (ushort)(chance + ((2048 - chance) >> 5)));
        }
        else
        {
            (low, range, chance) = (low + bound, range - bound, (ushort)(chance - (chance >> 5)));
        }

        while (range < Top)
        {
            range <<= 8;
            ShiftLow();
        }
    }

    // A carry may still reach bytes that were not written yet: a run of 0xFF waits for it.
    void ShiftLow()
    {
        if (low is < 0xFF00_0000 or > uint.MaxValue)
        {
            var carry = (byte)(low >> 32);
            for (var value = cache; cached > 0; cached--, value = 0xFF)
            {
                packed.WriteByte(unchecked((byte)(value + carry)));
            }

            cache = unchecked((byte)(low >> 24));
        }

        cached++;
        low = (low & 0x00FF_FFFF) << 8;
    }
}
