using Workbench.Data.Compression;

namespace Workbench.Data.Importers.Dukascopy;

/// <summary>Reads and expands .bi5 files, one after the other, through the same buffers.</summary>
sealed class Bi5File
{
    const int LargestFile = 32 << 20;

    readonly LzmaDecoder decoder = new();
    byte[] compressed = new byte[1 << 17];

    /// <summary>The records of a file; nothing where the file is empty. Valid until the next call.</summary>
    public ReadOnlyMemory<byte> Read(string file, int recordSize)
    {
        var stream = ReadAll(file);
        if (stream.IsEmpty)
        {
            return default;
        }

        var records = Decode(file, stream);
        return records.Length % recordSize == 0 ? records : throw ImportErrors.BadBi5Length(file, records.Length, recordSize);
    }

    ReadOnlySpan<byte> ReadAll(string file)
    {
        using var handle = File.OpenHandle(file, options: FileOptions.SequentialScan);
        var length = RandomAccess.GetLength(handle);
        if (length > LargestFile)
        {
            throw ImportErrors.BadBi5(file, $"has {length} bytes, too many for an hour of ticks", LargestFile);
        }

        if (compressed.Length < length)
        {
            compressed = new byte[length];
        }

        var read = 0;
        while (read < length && RandomAccess.Read(handle, compressed.AsSpan(read, (int)length - read), read) is var got and > 0)
        {
            read += got;
        }

        return compressed.AsSpan(0, read);
    }

    ReadOnlyMemory<byte> Decode(string file, ReadOnlySpan<byte> stream)
    {
        try
        {
            return decoder.Decode(stream);
        }
        catch (LzmaException damage)
        {
            throw ImportErrors.BadBi5(file, damage.Message, damage.Offset);
        }
    }
}
