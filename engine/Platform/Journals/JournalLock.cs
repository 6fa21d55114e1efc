namespace Workbench.Platform.Journals;

/// <summary>
/// The right to write a journal. The system holds it for the process and takes it back when the process ends, however that
/// happens: no stale lock is ever left behind, and the file by itself means nothing.
/// </summary>
static class JournalLock
{
    const int Tries = 10;
    const int PauseMs = 50;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="WorkbenchException">Somebody else has it.</exception>
    public static FileStream Take(JournalFolder folder)
    {
        // Who lists journals holds each lock for an instant; a session must not fail to start for that.
        for (var tried = 1; tried < Tries; tried++)
        {
            if (TryTake(folder) is { } held)
            {
                return held;
            }

            Thread.Sleep(PauseMs);
        }

        return TryTake(folder) ?? throw PlatformErrors.JournalBusy(folder.Path);
    }

    /// <summary>The lock, or null where somebody else has it.</summary>
    public static FileStream? TryTake(JournalFolder folder)
    {
        try
        {
            return new FileStream(folder.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException) && !JournalDisk.IsFull(e))
        {
            return null;
        }
    }
}
