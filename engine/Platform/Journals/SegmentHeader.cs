using System.Buffers.Binary;

namespace Workbench.Platform.Journals;

/// <summary>The first 64 bytes of a segment, and the whole of the file that tells where a shortened journal begins.</summary>
/// <param name="Segment">Number of the segment, from 1.</param>
/// <param name="FirstRecord">Number that its first record has or will have, from 1.</param>
/// <param name="Chain">Head of the chain when the segment before it ended; zeros in the first.</param>
sealed record SegmentHeader(int Segment, long FirstRecord, ReadOnlyMemory<byte> Chain)
{
    public const int Size = 64;

    const int CheckAt = Size - sizeof(uint);
    const uint Version = 1;

    static ReadOnlySpan<byte> Magic => "WBJRNL\r\n"u8;

    /// <summary>What a journal begins with.</summary>
    public static SegmentHeader First { get; } = new(1, 1, new byte[Journals.Chain.Size]);

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), Segment);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), FirstRecord);
        Chain.Span.CopyTo(bytes.AsSpan(24));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(CheckAt), Crc32C.Of(bytes.AsSpan(0, CheckAt)));
        return bytes;
    }

    /// <summary>Reads a header from the beginning of a file.</summary>
    /// <exception cref="WorkbenchException">It is none, or of another version, or damaged.</exception>
    public static SegmentHeader Read(string path)
    {
        Span<byte> bytes = stackalloc byte[Size];
        using (var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete))
        {
            if (RandomAccess.Read(file, bytes, 0) < Size)
            {
                throw PlatformErrors.SegmentHeader(path, "it is shorter than its header");
            }
        }

        if (!bytes.StartsWith(Magic))
        {
            throw PlatformErrors.SegmentHeader(path, "it does not begin as a segment does");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[CheckAt..]) != Crc32C.Of(bytes[..CheckAt]))
        {
            throw PlatformErrors.SegmentHeader(path, "the checksum of its header is wrong");
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) == Version
            ? new(BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]), bytes.Slice(24, Journals.Chain.Size).ToArray())
            : throw PlatformErrors.SegmentHeader(path, "it was written by a newer version of the program");
    }
}
