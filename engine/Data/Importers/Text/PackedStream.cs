using System.IO.Compression;

namespace Workbench.Data.Importers.Text;

/// <summary>Unpacked bytes of a file: it names the file where they are damaged, and closes the archive that it lies in.</summary>
/// <param name="inner">The bytes, unpacked.</param>
/// <param name="path">The file.</param>
/// <param name="archive">What else is to be closed; null where there is nothing.</param>
sealed class PackedStream(Stream inner, string path, IDisposable? archive) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>A file as text: plain, <c>.gz</c>, or the one file in a <c>.zip</c>; null where there is no byte.</summary>
    public static LineReader? OpenText(string path)
    {
        var stream = Open(path);
        return stream is null ? null : new LineReader(stream, path);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return inner.Read(buffer);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            throw ImportErrors.BadArchive(path, broken.Message);
        }
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            archive?.Dispose();
        }

        base.Dispose(disposing);
    }

    static Stream? Open(string path)
    {
        if (new FileInfo(path).Length == 0)
        {
            return null;
        }

        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".gz" => new PackedStream(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), path, null),
            ".zip" => OpenZip(path),
            _ => File.OpenRead(path),
        };
    }

    static PackedStream? OpenZip(string path)
    {
        try
        {
            var archive = ZipFile.OpenRead(path);
            if (archive.Entries.Count != 1)
            {
                var count = archive.Entries.Count;
                archive.Dispose();
                throw ImportErrors.BadArchive(path, FormattableString.Invariant($"it holds {count} files instead of one."));
            }

            return archive.Entries[0].Length == 0 ? null : new PackedStream(archive.Entries[0].Open(), path, archive);
        }
        catch (InvalidDataException broken)
        {
            throw ImportErrors.BadArchive(path, broken.Message);
        }
    }
}
