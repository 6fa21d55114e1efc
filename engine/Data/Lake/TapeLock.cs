namespace Workbench.Data.Lake;

/// <summary>Whoever changes a tape holds this file open: two at once are refused, and a kill lets go of it.</summary>
static class TapeLock
{
    public static FileStream Take(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (DiskRefusal.Is(e))
        {
            throw e is IOException && !DiskRefusal.IsFull(e) ? LakeErrors.Busy(folder) : DiskRefusal.Of(folder, e);
        }
    }
}
