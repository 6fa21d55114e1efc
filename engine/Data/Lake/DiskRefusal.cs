namespace Workbench.Data.Lake;

/// <summary>Turns what the operating system says of a failed write into an error for people.</summary>
static class DiskRefusal
{
    /// <summary>Whether an exception is one of writing to disk.</summary>
    public static bool Is(Exception e) => e is IOException or UnauthorizedAccessException;

    /// <summary>The error for a place that could not be written.</summary>
    public static WorkbenchException Of(string place, Exception e) =>
        IsFull(e) ? LakeErrors.DiskFull(place, e) : LakeErrors.CannotWrite(place, e);

    /// <summary>ENOSPC and EDQUOT of Linux and macOS, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.</summary>
    public static bool IsFull(Exception e) => e.HResult is 28 or 122 or 69 or unchecked((int)0x80070070) or unchecked((int)0x80070027);
}
