namespace Workbench.Platform.Files;

/// <summary>
/// A lock between processes. The system holds it for the process and takes it back when the process ends, however that happens:
/// no stale lock is ever left behind, and the file by itself means nothing.
/// </summary>
public static class FileLock
{
    const int PauseMs = 20;

    /// <summary>The lock, or null where somebody else has it.</summary>
    public static FileStream? TryTake(string file)
    {
        try
        {
            return new FileStream(file, PrivateFile.Options(FileMode.OpenOrCreate, FileShare.None));
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException) && !PrivateFile.IsFull(e))
        {
            return null;
        }
    }

    /// <summary>The lock, waited for; null where somebody else keeps it.</summary>
    public static FileStream? Take(string file, TimeSpan patience)
    {
        for (var waited = TimeSpan.Zero; waited < patience; waited += TimeSpan.FromMilliseconds(PauseMs))
        {
            if (TryTake(file) is { } held)
            {
                return held;
            }

            Thread.Sleep(PauseMs);
        }

        return TryTake(file);
    }
}
