using System.IO.Compression;
using Workbench.Data.Parquet.Zstd;

namespace Workbench.Data.Parquet;

/// <summary>Undoes the general compression that files of others put around their pages.</summary>
static class Decompressor
{
    /// <summary>Largest page that is unpacked; writers make them of about a megabyte.</summary>
    const int LargestPage = 1 << 28;

    /// <summary>Room that is made at a time for what a stream may hold.</summary>
    const int Step = 1 << 16;

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
            case ParquetCodec.Snappy when plainBytes <= (long)packed.Length * Snappy.MostPerByte:
                Reserve(ref target, offset + plainBytes);
                Snappy.Unpack(packed, target.AsSpan(offset, plainBytes));
                break;
            case ParquetCodec.Lz4Raw when plainBytes <= (long)packed.Length * Lz4.MostPerByte:
                Reserve(ref target, offset + plainBytes);
                Lz4.Unpack(packed, target.AsSpan(offset, plainBytes));
                break;
            case ParquetCodec.Snappy or ParquetCodec.Lz4Raw:
                throw new InvalidDataException("a page says it is longer than its bytes can become");
            case ParquetCodec.Zstd:
                ZstdDecoder.Unpack(packed, plainBytes, offset, ref target);
                Reserve(ref target, offset + plainBytes);
                break;
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
            Reserve(ref target, offset + Math.Min(plainBytes, done + Step));
            var count = Some(unpack, target.AsSpan(offset + done, Math.Min(plainBytes - done, target.Length - offset - done)));
            done += count > 0 ? count : throw new InvalidDataException("a page unpacks to fewer bytes than it says");
        }

        Span<byte> more = stackalloc byte[1];
        if (Some(unpack, more) > 0)
        {
            throw new InvalidDataException("a page unpacks to more bytes than it says");
        }

        Reserve(ref target, offset + plainBytes);
    }

    // Brotli's stream calls damage an invalid operation.
    static int Some(Stream unpack, Span<byte> into)
    {
        try
        {
            return unpack.Read(into);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException("a page's Brotli stream is damaged", e);
        }
    }

    /// <summary>Makes room up to a place, and the spare bytes behind it; doubles where that is more.</summary>
    public static void Reserve(ref byte[] target, int place)
    {
        if (target.Length < place + BitUnpacker.Padding)
        {
            Array.Resize(ref target, Math.Max(place + BitUnpacker.Padding, Math.Min(target.Length * 2, LargestPage)));
        }
    }
}
