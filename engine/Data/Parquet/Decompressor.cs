using System.IO.Compression;

namespace Workbench.Data.Parquet;

/// <summary>Undoes the general compression that files of others put around their pages.</summary>
static class Decompressor
{
    /// <summary>Largest page that is unpacked; writers make them of about a megabyte.</summary>
    const int LargestPage = 1 << 28;

    /// <summary>Unpacks into <paramref name="target"/> from <paramref name="offset"/> on; exactly <paramref name="plainBytes"/> bytes must come out.</summary>
    /// <remarks>The buffer grows with what was really unpacked, as the length in the file is nobody's promise.</remarks>
    public static void Run(ParquetCodec codec, ReadOnlySpan<byte> packed, int plainBytes, int offset, ref byte[] target)
    {
        if (plainBytes > LargestPage)
        {
            throw new InvalidDataException(FormattableString.Invariant($"a page says it has {plainBytes} bytes, more than {LargestPage}"));
        }

        switch (codec)
        {
            case ParquetCodec.Gzip or ParquetCodec.Brotli:
                Stream(codec, packed, plainBytes, offset, ref target);
                break;
            default:
                throw new InvalidDataException($"its pages are compressed with {codec}, which is not read here");
        }
    }

    static void Stream(ParquetCodec codec, ReadOnlySpan<byte> packed, int plainBytes, int offset, ref byte[] target)
    {
        using var source = new MemoryStream(packed.ToArray());
        using Stream unpack = codec == ParquetCodec.Gzip
            ? new GZipStream(source, CompressionMode.Decompress)
            : new BrotliStream(source, CompressionMode.Decompress);
        var done = 0;
        while (done < plainBytes)
        {
            Grow(ref target, offset + done, offset + plainBytes);
            var count = unpack.Read(target, offset + done, Math.Min(plainBytes - done, target.Length - offset - done));
            done += count > 0 ? count : throw new InvalidDataException("a page unpacks to fewer bytes than it says");
        }

        if (unpack.ReadByte() >= 0)
        {
            throw new InvalidDataException("a page unpacks to more bytes than it says");
        }

        Grow(ref target, offset + plainBytes, offset + plainBytes);
    }

    static void Grow(ref byte[] target, int used, int wanted)
    {
        var length = Math.Min(wanted, Math.Max(used * 2L, 1 << 16)) + BitUnpacker.Padding;
        if (target.Length < length || target.Length - used <= BitUnpacker.Padding && used < wanted)
        {
            Array.Resize(ref target, (int)Math.Max(length, target.Length));
        }
    }
}
