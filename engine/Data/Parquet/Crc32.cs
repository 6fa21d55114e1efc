using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ArmCrc32 = System.Runtime.Intrinsics.Arm.Crc32;

namespace Workbench.Data.Parquet;

/// <summary>The checksum of gzip and of Parquet pages (polynomial 0x04C11DB7), with the processor's help where it has any.</summary>
static class Crc32
{
    static readonly uint[][] Tables = MakeTables();

    public static uint Of(ReadOnlySpan<byte> bytes) => ~Continue(~0u, bytes);

    static uint Continue(uint state, ReadOnlySpan<byte> bytes)
    {
        if (Pclmulqdq.IsSupported && Vector128.IsHardwareAccelerated && bytes.Length >= 64)
        {
            return Fold(state, bytes);
        }

        return ArmCrc32.Arm64.IsSupported ? Arm(state, bytes) : Table(state, bytes);
    }

    // Eight bytes a step: one table for each place that a byte can have among them.
    internal static uint Table(uint state, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ state;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            state = Tables[7][low & 0xFF] ^ Tables[6][low >> 8 & 0xFF] ^ Tables[5][low >> 16 & 0xFF] ^ Tables[4][low >> 24]
                ^ Tables[3][high & 0xFF] ^ Tables[2][high >> 8 & 0xFF] ^ Tables[1][high >> 16 & 0xFF] ^ Tables[0][high >> 24];
            bytes = bytes[8..];
        }

        foreach (var value in bytes)
        {
            state = Tables[0][(state ^ value) & 0xFF] ^ state >> 8;
        }

        return state;
    }

    static uint Arm(uint state, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            state = ArmCrc32.Arm64.ComputeCrc32(state, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        return Table(state, bytes);
    }

    // Carry-less multiplication folds 64 bytes a step into four lanes, those into one, and the table finishes the last sixteen
    // bytes. The constants are powers of x modulo the polynomial, for a distance of 512 and of 128 bits.
    static uint Fold(uint state, ReadOnlySpan<byte> bytes)
    {
        var far = Vector128.Create(0x0154442bd4UL, 0x01c6e41596UL);
        var near = Vector128.Create(0x01751997d0UL, 0x00ccaa009eUL);
        var lanes = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        var a = lanes[0] ^ Vector128.CreateScalar((ulong)state);
        var b = lanes[1];
        var c = lanes[2];
        var d = lanes[3];
        var at = 4;
        for (; at + 4 <= lanes.Length; at += 4)
        {
            a = Step(a, far, lanes[at]);
            b = Step(b, far, lanes[at + 1]);
            c = Step(c, far, lanes[at + 2]);
            d = Step(d, far, lanes[at + 3]);
        }

        a = Step(Step(Step(a, near, b), near, c), near, d);
        for (; at < lanes.Length; at++)
        {
            a = Step(a, near, lanes[at]);
        }

        Span<byte> folded = stackalloc byte[16];
        a.AsByte().CopyTo(folded);
        return Table(Table(0, folded), bytes[(lanes.Length * 16)..]);
    }

    static Vector128<ulong> Step(Vector128<ulong> lane, Vector128<ulong> distance, Vector128<ulong> next) =>
        Pclmulqdq.CarrylessMultiply(lane, distance, 0x00) ^ Pclmulqdq.CarrylessMultiply(lane, distance, 0x11) ^ next;

    static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        for (var place = 0; place < 8; place++)
        {
            tables[place] = new uint[256];
            for (var value = 0u; value < 256; value++)
            {
                tables[place][value] = place == 0 ? Remainder(value) : tables[0][tables[place - 1][value] & 0xFF] ^ tables[place - 1][value] >> 8;
            }
        }

        return tables;
    }

    static uint Remainder(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) != 0 ? value >> 1 ^ 0xEDB88320u : value >> 1;
        }

        return value;
    }
}
