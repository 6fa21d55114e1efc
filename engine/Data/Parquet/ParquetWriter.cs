using System.Security.Cryptography;

namespace Workbench.Data.Parquet;

/// <summary>
/// Writes a Parquet file front to back: values gather column by column, and every <see cref="RowGroupRows"/> rows go out as a row
/// group, so that memory does not grow with the table. The file is whole only after <see cref="Finish"/>.
/// </summary>
public sealed class ParquetWriter : IDisposable
{
    /// <summary>Rows of a row group: sixteen batches, whose packed columns fit a second-level cache when read back.</summary>
    public const int RowGroupRows = 131_072;

    static readonly string Maker =
        $"{FooterGuard.Maker} version {typeof(ParquetWriter).Assembly.GetName().Version?.ToString(3)}";

    readonly Stream stream;
    readonly IColumnBuffer[] buffers;
    readonly PageWriter pages = new();
    readonly List<RowGroupMeta> groups = [];
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    int pending;

    /// <summary>Begins a file in a stream, which stays the caller's.</summary>
    public ParquetWriter(Stream stream, IReadOnlyList<ParquetColumn> columns)
    {
        this.stream = stream;
        buffers = [.. columns.Select(Buffer)];
        Put("PAR1"u8);
    }

    /// <summary>What the footer says beside the schema.</summary>
    public Dictionary<string, string> Metadata { get; } = [];

    /// <summary>Rows written so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Bytes written so far.</summary>
    public long Length { get; private set; }

    /// <summary>Hex SHA-256 of the finished file.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Checksum of the footer, and by the checksums in it of all the file.</summary>
    internal uint FooterChecksum { get; private set; }

    internal int Columns => buffers.Length;

    /// <summary>Rows that may still be added before the current row group goes out.</summary>
    internal int Room => RowGroupRows - pending;

    internal LongBuffer Longs(int column) => (LongBuffer)buffers[column];

    internal RealBuffer Reals(int column) => (RealBuffer)buffers[column];

    internal TextBuffer Texts(int column) => (TextBuffer)buffers[column];

    internal FlagBuffer Flags(int column) => (FlagBuffer)buffers[column];

    /// <summary>Says that so many values were added to every column, at most <see cref="Room"/>.</summary>
    internal void AddRows(int count)
    {
        pending += count;
        Rows += count;
        if (pending >= RowGroupRows)
        {
            Flush();
        }
    }

    /// <summary>Writes what is pending, and the footer.</summary>
    public void Finish()
    {
        Flush();
        var footer = new ByteSink();
        FooterWriter.Write(footer, new FooterMeta([.. buffers.Select(buffer => buffer.Column)], groups, Rows, Metadata, Maker));
        FooterChecksum = Crc32.Of(footer.Written);
        var guard = new ByteSink();
        FooterGuard.Write(guard, footer.Written);
        Put(guard.Written);
        footer.AddInt32(footer.Length);
        Put(footer.Written);
        Put("PAR1"u8);
        Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose() => hash.Dispose();

    void Flush()
    {
        if (pending == 0)
        {
            return;
        }

        var chunks = new ChunkMeta[buffers.Length];
        for (var i = 0; i < buffers.Length; i++)
        {
            pages.Begin(buffers[i].Column, buffers[i].Count);
            buffers[i].Flush(pages);
            chunks[i] = pages.Finish(Length);
            Put(pages.Chunk);
        }

        groups.Add(new RowGroupMeta(pending, chunks));
        pending = 0;
    }

    void Put(ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        hash.AppendData(bytes);
        Length += bytes.Length;
    }

    static IColumnBuffer Buffer(ParquetColumn column) => column.Type switch
    {
        ParquetType.Int64 => new LongBuffer(column),
        ParquetType.Double => new RealBuffer(column),
        ParquetType.ByteArray => new TextBuffer(column),
        ParquetType.Boolean => new FlagBuffer(column),
        _ => throw new ArgumentException($"Columns of type {column.Type} are read and not written.", nameof(column)),
    };
}
