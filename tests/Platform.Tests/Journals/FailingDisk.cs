namespace Workbench.Platform.Tests.Journals;

/// <summary>The real disk with a fault: syncs that fail, or room for so many bytes only.</summary>
sealed class FailingDisk : IJournalDisk
{
    const int NoSpace = 28;

    public bool SyncFails { get; set; }

    public long BytesLeft { get; set; } = long.MaxValue;

    public IJournalFile Create(string path) => new Watched(this, JournalDisk.Instance.Create(path));

    public IJournalFile Open(string path) => new Watched(this, JournalDisk.Instance.Open(path));

    public void Rename(string from, string to) => JournalDisk.Instance.Rename(from, to);

    public void Delete(string path) => JournalDisk.Instance.Delete(path);

    sealed class Watched(FailingDisk disk, IJournalFile file) : IJournalFile
    {
        public void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            var fits = (int)Math.Min(bytes.Length, disk.BytesLeft);
            file.Write(bytes[..fits], offset);
            if (fits < bytes.Length)
            {
                throw new IOException("No space left on device", NoSpace);
            }
        }

        public void Sync()
        {
            if (disk.SyncFails)
            {
                throw new IOException("Input/output error", 5);
            }

            file.Sync();
        }

        public void Truncate(long length) => file.Truncate(length);

        public void Dispose() => file.Dispose();
    }
}
