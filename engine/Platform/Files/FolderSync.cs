using System.Runtime.InteropServices;

namespace Workbench.Platform.Files;

/// <summary>Makes the names in a folder durable: a synced file whose name was not synced may be gone after a power cut.</summary>
public static class FolderSync
{
    const int ReadOnly = 0;

    public static void Of(string folder)
    {
        // Windows writes names through its own log and has no such call.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(folder, ReadOnly);
        if (handle < 0)
        {
            throw new IOException($"{folder} cannot be opened to be synced.", Marshal.GetLastPInvokeError());
        }

        try
        {
            // Some network file systems refuse; they keep names on the server anyway.
            _ = Sync(handle);
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    static extern int Close(int handle);
}
