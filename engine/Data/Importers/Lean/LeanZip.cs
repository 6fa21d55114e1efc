using System.IO.Compression;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Lean;

/// <summary>The one CSV inside a LEAN zip.</summary>
static class LeanZip
{
    /// <summary>Opens it; null where it holds no byte.</summary>
    public static CsvFile? Open(string path)
    {
        try
        {
            var archive = ZipFile.OpenRead(path);
            var entry = archive.Entries.SingleOrDefault(file => file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase));
            if (entry is null)
            {
                throw ImportErrors.BadArchive(path, FormattableString.Invariant($"it holds {archive.Entries.Count} files instead of one .csv."));
            }

            return entry.Length == 0 ? null : new CsvFile(new LineReader(new Member(archive, entry.Open(), path), path), path, (byte)',');
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException)
        {
            throw ImportErrors.BadArchive(path, broken.Message);
        }
    }

    /// <summary>A stream that closes its archive too and names the file where its bytes are damaged.</summary>
    sealed class Member(ZipArchive archive, Stream inner, string path) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

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
                archive.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
