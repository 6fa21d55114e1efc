using Workbench.Platform.Files;

namespace Workbench.Platform.Journals;

/// <summary>The right to write a journal.</summary>
static class JournalLock
{
    // Who lists journals holds each lock for an instant; a session must not fail to start for that.
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Takes the lock.</summary>
    /// <exception cref="WorkbenchException">Somebody else has it.</exception>
    public static FileStream Take(JournalFolder folder) => FileLock.Take(folder.LockFile, Patience) ?? throw PlatformErrors.JournalBusy(folder.Path);

    /// <summary>The lock, or null where somebody else has it.</summary>
    public static FileStream? TryTake(JournalFolder folder) => FileLock.TryTake(folder.LockFile);
}
