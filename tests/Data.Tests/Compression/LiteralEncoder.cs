using System.Buffers.Binary;

namespace Workbench.Data.Tests.Compression;

/// <summary>A range encoder that writes literals only: the smallest program that makes sound LZMA-alone streams of known size, without an end marker.</summary>
sealed class LiteralEncoder
{
    readonly List<byte> output = [];
    readonly ushort[] isMatch = Even(12 << 4);
    readonly ushort[] literals = Even(0x300 << 3);
    ulong low;
    uint range = uint.MaxValue;
    byte cache;
    long cacheSize = 1;

    /// <summary>A stream with lc 3, lp 0, pb 2, as vendors write it.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> data)
    {
        var coder = new LiteralEncoder();
        for (var i = 0; i < data.Length; i++)
        {
            coder.Bit(ref coder.isMatch[i & 3], 0);
            var context = (i > 0 ? data[i - 1] >> 5 : 0) * 0x300;
            var symbol = 1;
            for (var bit = 7; bit >= 0; bit--)
            {
                var value = data[i] >> bit & 1;
                coder.Bit(ref coder.literals[context + symbol], value);
                symbol = symbol << 1 | value;
            }
        }

        for (var i = 0; i < 5; i++)
        {
            coder.ShiftLow();
        }

        var header = new byte[13];
        header[0] = 93;
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(1), 1 << 16);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(5), data.Length);
        return [.. header, .. coder.output];
    }

    static ushort[] Even(int count)
    {
        var probabilities = new ushort[count];
        Array.Fill(probabilities, (ushort)1024);
        return probabilities;
    }

    void Bit(ref ushort probability, int bit)
    {
        unchecked
        {
            var bound = (range >> 11) * probability;
            if (bit == 0)
            {
                range = bound;
                probability += (ushort)((2048 - probability) >> 5);
            }
            else
            {
                low += bound;
                range -= bound;
                probability -= (ushort)(probability >> 5);
            }

            while (range < 1 << 24)
            {
                range <<= 8;
                ShiftLow();
            }
        }
    }

    void ShiftLow()
    {
        unchecked
        {
            if (low < 0xFF000000 || low > uint.MaxValue)
            {
                var carry = (byte)(low >> 32);
                do
                {
                    output.Add((byte)(cache + carry));
                    cache = 0xFF;
                }
                while (--cacheSize > 0);
                cache = (byte)(low >> 24);
            }

            cacheSize++;
            low = (low & 0x00FFFFFF) << 8;
        }
    }
}
