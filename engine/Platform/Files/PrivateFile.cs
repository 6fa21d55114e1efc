namespace Workbench.Platform.Files;

/// <summary>Files that only their owner may read, and that are replaced whole or not at all.</summary>
public static class PrivateFile
{
    /// <summary>Mode 0600.</summary>
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Mode 0700.</summary>
    public const UnixFileMode OwnersFolder = OwnerOnly | UnixFileMode.UserExecute;

    const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    // errno of Linux and macOS, and the two that Windows has for it.
    const int NoSpace = 28;
    const int FileTooLarge = 27;
    const int Quota = 122;
    const int MacQuota = 69;
    const int WindowsDiskFull = 0x70;
    const int WindowsHandleDiskFull = 0x27;

    /// <summary>Makes a folder for its owner alone, with all above it.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnersFolder);
        }
    }

    /// <summary>Whether others than the owner may do anything with a file.</summary>
    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0;

    /// <summary>Puts a file in the place of another one. After a crash there is the old or the new one, whole.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var draft = path + ".new";
        File.Delete(draft);
        using (var file = new FileStream(draft, Options(FileMode.CreateNew)))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
        FolderSync.Of(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>How to open such a file for writing.</summary>
    public static FileStreamOptions Options(FileMode mode, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }

    /// <summary>Whether a failure says that there is no room: no space, a quota, a limit on the size of a file.</summary>
    public static bool IsFull(IOException failure) =>
        (failure.HResult & 0xFFFF) is NoSpace or FileTooLarge or Quota or MacQuota or WindowsDiskFull or WindowsHandleDiskFull;
}
