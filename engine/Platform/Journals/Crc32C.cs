using System.Buffers.Binary;
using System.Numerics;

namespace Workbench.Platform.Journals;

/// <summary>The checksum of iSCSI (Castagnoli's polynomial, RFC 3720), which processors compute eight bytes a step.</summary>
static class Crc32C
{
    /// <summary>State before the first byte.</summary>
    public const uint Start = ~0u;

    public static uint Of(ReadOnlySpan<byte> bytes) => ~Continue(Start, bytes);

    public static uint Continue(uint state, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            state = BitOperations.Crc32C(state, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var value in bytes)
        {
            state = BitOperations.Crc32C(state, value);
        }

        return state;
    }
}
