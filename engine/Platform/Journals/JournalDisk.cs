using Workbench.Platform.Files;
using Microsoft.Win32.SafeHandles;

namespace Workbench.Platform.Journals;

/// <summary>The real disk.</summary>
public sealed class JournalDisk : IJournalDisk
{
    /// <summary>The one there is.</summary>
    public static JournalDisk Instance { get; } = new();

    JournalDisk()
    {
    }

    public IJournalFile Create(string path) => new OpenFile(File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read));

    public IJournalFile Open(string path) => new OpenFile(File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read));

    public void Rename(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        FolderSync.Of(Path.GetDirectoryName(to)!);
    }

    public void Delete(string path) => File.Delete(path);

    sealed class OpenFile(SafeFileHandle handle) : IJournalFile
    {
        public void Write(ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(handle, bytes, offset);

        public void Sync() => RandomAccess.FlushToDisk(handle);

        public void Truncate(long length) => RandomAccess.SetLength(handle, length);

        public void Dispose() => handle.Dispose();
    }
}
