using System.Buffers.Binary;
using System.Numerics;

namespace Workbench.Data.Parquet.Zstd;

/// <summary>XXH64 with seed 0: the checksum at the end of a Zstandard frame.</summary>
static class XxHash64
{
    const ulong P1 = 0x9E3779B185EBCA87, P2 = 0xC2B2AE3D27D4EB4F, P3 = 0x165667B19E3779F9, P4 = 0x85EBCA77C2B2AE63, P5 = 0x27D4EB2F165667C5;

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            var length = (ulong)bytes.Length;
            var hash = bytes.Length >= 32 ? Lanes(ref bytes) : P5;
            hash += length;
            for (; bytes.Length >= 8; bytes = bytes[8..])
            {
                hash = BitOperations.RotateLeft(hash ^ Round(0, BinaryPrimitives.ReadUInt64LittleEndian(bytes)), 27) * P1 + P4;
            }

            if (bytes.Length >= 4)
            {
                hash = BitOperations.RotateLeft(hash ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes) * P1, 23) * P2 + P3;
                bytes = bytes[4..];
            }

            foreach (var value in bytes)
            {
                hash = BitOperations.RotateLeft(hash ^ value * P5, 11) * P1;
            }

            hash = (hash ^ hash >> 33) * P2;
            hash = (hash ^ hash >> 29) * P3;
            return hash ^ hash >> 32;
        }
    }

    static ulong Lanes(ref ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            ulong a = P1 + P2, b = P2, c = 0, d = 0 - P1;
            for (; bytes.Length >= 32; bytes = bytes[32..])
            {
                a = Round(a, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
                b = Round(b, BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
                c = Round(c, BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]));
                d = Round(d, BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));
            }

            var hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7) + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
            return Merge(Merge(Merge(Merge(hash, a), b), c), d);
        }
    }

    static ulong Merge(ulong hash, ulong lane) => unchecked((hash ^ Round(0, lane)) * P1 + P4);

    static ulong Round(ulong lane, ulong value) => unchecked(BitOperations.RotateLeft(lane + value * P2, 31) * P1);
}
