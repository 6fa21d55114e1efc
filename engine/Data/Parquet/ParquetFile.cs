using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Workbench.Data.Parquet;

/// <summary>
/// A Parquet file opened for reading. Bytes are asked for chunk by chunk, and none is used before its checksum was compared where
/// the file has one. Damage is an <see cref="InvalidDataException"/> in here; who opens files for people gives it a code.
/// </summary>
sealed class ParquetFile : IDisposable
{
    const int TailLength = 8;

    readonly SafeFileHandle handle;
    readonly long length;

    ParquetFile(SafeFileHandle handle)
    {
        this.handle = handle;
        length = RandomAccess.GetLength(handle);
        Footer = ReadFooter();
    }

    public FooterMeta Footer { get; }

    /// <summary>Checksum of the footer; 0 in files of others.</summary>
    public uint FooterChecksum { get; private set; }

    /// <summary>Whether checksums cover every byte.</summary>
    public bool IsGuarded { get; private set; }

    public static ParquetFile Open(string path)
    {
        var handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
        try
        {
            return new ParquetFile(handle);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    public void Dispose() => handle.Dispose();

    /// <summary>Reads all columns of a row group, or the bytes from the first to the last of the chunks given, into a buffer that grows if it must.</summary>
    public long Read(ReadOnlySpan<ChunkMeta> chunks, ref byte[] buffer)
    {
        var (start, stop) = (long.MaxValue, 0L);
        foreach (var chunk in chunks)
        {
            start = Math.Min(start, chunk.Start);
            stop = Math.Max(stop, chunk.End);
        }

        var count = checked((int)(stop - start));
        if (buffer.Length < count + BitUnpacker.Padding)
        {
            buffer = new byte[count + BitUnpacker.Padding];
        }

        Fill(buffer.AsSpan(0, count), start);
        foreach (var chunk in chunks)
        {
            if (chunk.Checksum is { } told && told != Crc32.Of(buffer.AsSpan((int)(chunk.Start - start), (int)chunk.CompressedBytes)))
            {
                throw new InvalidDataException(FormattableString.Invariant($"the checksum of its bytes {chunk.Start} to {chunk.End} is wrong"));
            }
        }

        return start;
    }

    FooterMeta ReadFooter()
    {
        Span<byte> tail = stackalloc byte[TailLength];
        Span<byte> head = stackalloc byte[4];
        if (length < 12)
        {
            throw new InvalidDataException(FormattableString.Invariant($"it has {length} bytes, too few for a Parquet file"));
        }

        Fill(tail, length - TailLength);
        Fill(head, 0);
        if (!tail[4..].SequenceEqual("PAR1"u8) || !head.SequenceEqual("PAR1"u8))
        {
            throw new InvalidDataException(tail[4..].SequenceEqual("PARE"u8) ? "its footer is encrypted" : "it does not begin and end with PAR1: it is cut, or no Parquet file");
        }

        var count = BinaryPrimitives.ReadUInt32LittleEndian(tail);
        if (count > length - 12)
        {
            throw new InvalidDataException("its footer is longer than the file");
        }

        var before = (int)Math.Min(FooterGuard.Length, length - TailLength - count);
        var bytes = new byte[before + count];
        Fill(bytes, length - TailLength - bytes.Length);
        var footer = Guarded(bytes.AsSpan(0, before), bytes.AsSpan(before));
        CheckPlaces(footer, length - TailLength - count);
        return footer;
    }

    FooterMeta Guarded(ReadOnlySpan<byte> before, ReadOnlySpan<byte> bytes)
    {
        var vouched = FooterGuard.Check(before, bytes);
        if (vouched == false)
        {
            throw new InvalidDataException("the checksum of its footer is wrong");
        }

        var footer = FooterReader.Read(bytes);
        IsGuarded = vouched == true;
        FooterChecksum = IsGuarded ? Crc32.Of(bytes) : 0;
        var isOurs = footer.CreatedBy.StartsWith(FooterGuard.Maker, StringComparison.Ordinal)
            || footer.RowGroups.Any(group => group.Chunks.Any(chunk => chunk.Checksum is not null));
        if (isOurs != IsGuarded || isOurs && footer.RowGroups.Any(group => group.Chunks.Any(chunk => chunk.Checksum is null)))
        {
            throw new InvalidDataException("the checksum of its footer is damaged");
        }

        return footer;
    }

    static void CheckPlaces(FooterMeta footer, long end)
    {
        foreach (var chunk in footer.RowGroups.SelectMany(group => group.Chunks))
        {
            if (chunk.IsElsewhere || chunk.Start < 4 || chunk.CompressedBytes is < 0 or > int.MaxValue / 2 || chunk.Start > end - chunk.CompressedBytes)
            {
                throw new InvalidDataException("a column lies outside of the file");
            }
        }
    }

    void Fill(Span<byte> into, long offset)
    {
        while (into.Length > 0)
        {
            var count = RandomAccess.Read(handle, into, offset);
            if (count == 0)
            {
                throw new InvalidDataException("it became shorter while it was read");
            }

            into = into[count..];
            offset += count;
        }
    }
}
