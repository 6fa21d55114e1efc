using System.Buffers.Binary;

namespace Workbench.Core;

/// <summary>One byte pattern per number: 1.0 and 1.00 are equal with different bits, so trailing zeros go before a decimal is written.</summary>
static class CanonicalDecimal
{
    /// <summary>Writes 16 bytes: 96-bit magnitude, then scale and sign.</summary>
    public static void Write(Span<byte> into, decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var scale = (parts[3] >> 16) & 0x7F;
        var isNegative = parts[3] < 0;
        var low = unchecked((uint)parts[0] | ((ulong)(uint)parts[1] << 32));
        var high = unchecked((uint)parts[2]);
        if (high == 0)
        {
            while (scale > 0 && low % 10 == 0)
            {
                low /= 10;
                scale--;
            }
        }
        else
        {
            StripWide(ref low, ref high, ref scale);
        }

        BinaryPrimitives.WriteUInt64LittleEndian(into, low);
        BinaryPrimitives.WriteUInt32LittleEndian(into[8..], high);
        BinaryPrimitives.WriteUInt32LittleEndian(into[12..], (uint)scale | (isNegative && (low | high) != 0 ? 0x8000_0000u : 0u));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static decimal Read(ReadOnlySpan<byte> from)
    {
        var low = BinaryPrimitives.ReadUInt64LittleEndian(from);
        var high = BinaryPrimitives.ReadUInt32LittleEndian(from[8..]);
        var flags = BinaryPrimitives.ReadUInt32LittleEndian(from[12..]);
        return unchecked(new decimal((int)low, (int)(low >> 32), (int)high, (flags & 0x8000_0000u) != 0, (byte)flags));
    }

    static void StripWide(ref ulong low, ref uint high, ref int scale)
    {
        var wide = new UInt128(high, low);
        while (scale > 0)
        {
            var (quotient, digit) = UInt128.DivRem(wide, 10);
            if (digit != 0)
            {
                break;
            }

            wide = quotient;
            scale--;
        }

        low = unchecked((ulong)wide);
        high = (uint)(wide >> 64);
    }
}
