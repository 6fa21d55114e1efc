using System.Buffers.Binary;

namespace Workbench.Data.Parquet;

/// <summary>
/// What makes a file of this house refuse a flipped byte anywhere. The format's own page checksums leave page headers and the
/// footer open, so each chunk carries a checksum over all its bytes in its metadata, and the footer has its own in the eight bytes
/// before it, where other readers look at nothing.
/// </summary>
static class FooterGuard
{
    /// <summary>Key of a chunk's checksum in its metadata.</summary>
    public const string ChunkKey = "workbench.crc32";

    /// <summary>How <c>created_by</c> begins in a file of this house.</summary>
    public const string Maker = "Workbench";

    public const int Length = 8;

    static ReadOnlySpan<byte> Mark => "WBFC"u8;

    public static void Write(ByteSink sink, ReadOnlySpan<byte> footer)
    {
        sink.Add(Mark);
        sink.AddInt32(unchecked((int)Crc32.Of(footer)));
    }

    /// <summary>Whether the eight bytes before the footer vouch for it; null where they are no guard.</summary>
    public static bool? Check(ReadOnlySpan<byte> before, ReadOnlySpan<byte> footer) =>
        before.StartsWith(Mark) ? BinaryPrimitives.ReadUInt32LittleEndian(before[4..]) == Crc32.Of(footer) : null;
}
