using System.Buffers.Binary;

namespace Workbench.Platform.Journals;

/// <summary>
/// What a segment is a row of: four bytes of length, four of checksum, the payload. The top bit of the length marks a seal,
/// whose payload is the head of the chain. The checksum covers the length, so that a flipped length is seen as one.
/// </summary>
static class Frame
{
    /// <summary>Bytes before the payload.</summary>
    public const int Overhead = 8;

    /// <summary>Longest payload. A bound, since a damaged length must not make the reader ask for gigabytes.</summary>
    public const int MaxPayload = 1 << 20;

    /// <summary>Bytes of a seal.</summary>
    public const int SealSize = Overhead + Chain.Size;

    const uint SealBit = 1u << 31;

    /// <summary>Lays a record or a seal into the beginning of a buffer.</summary>
    /// <returns>Bytes written.</returns>
    public static int Write(Span<byte> into, ReadOnlySpan<byte> payload, bool isSeal)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(into, (uint)payload.Length | (isSeal ? SealBit : 0));
        payload.CopyTo(into[Overhead..]);
        BinaryPrimitives.WriteUInt32LittleEndian(into[4..], Check(into, payload.Length));
        return Overhead + payload.Length;
    }

    /// <summary>What stands at the beginning of these bytes.</summary>
    /// <param name="bytes">As much of the file as is at hand: the rest of it, or more than the longest frame.</param>
    /// <param name="length">Bytes of the payload, where there is a frame.</param>
    public static FrameKind Look(ReadOnlySpan<byte> bytes, out int length)
    {
        length = 0;
        if (bytes.IsEmpty)
        {
            return FrameKind.End;
        }

        if (bytes.Length < Overhead)
        {
            return FrameKind.Damaged;
        }

        var word = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        var claimed = word & ~SealBit;
        if (claimed > MaxPayload || claimed > bytes.Length - Overhead
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) != Check(bytes, (int)claimed))
        {
            return FrameKind.Damaged;
        }

        length = (int)claimed;
        return (word & SealBit) != 0 ? FrameKind.Seal : FrameKind.Record;
    }

    /// <summary>Whether a whole frame begins anywhere in these bytes: then what stands before them is damage and no torn end.</summary>
    public static bool IsAnywhereIn(ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= Overhead; bytes = bytes[1..])
        {
            if (Look(bytes, out _) != FrameKind.Damaged)
            {
                return true;
            }
        }

        return false;
    }

    static uint Check(ReadOnlySpan<byte> frame, int length) =>
        ~Crc32C.Continue(Crc32C.Continue(Crc32C.Start, frame[..4]), frame.Slice(Overhead, length));
}
