namespace Workbench.Data.Lake;

/// <summary>The right to write to a folder of the lake: one process has it at a time, and loses it when it ends, however that comes.</summary>
static class FolderLock
{
    /// <summary>Takes it, until the answer is disposed of.</summary>
    /// <exception cref="WorkbenchException">Somebody else has it, or the folder cannot be written to.</exception>
    public static FileStream Take(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (DiskRefusal.Is(e))
        {
            throw e is IOException && !DiskRefusal.IsFull(e) ? StoreErrors.Busy(folder) : DiskRefusal.Of(folder, e);
        }
    }
}
