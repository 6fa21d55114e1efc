using System.Diagnostics;

namespace Workbench.App.Tests.Kit;

/// <summary>A disk of a few megabytes, mounted where the tests run as root on Linux.</summary>
sealed class TinyDisk : IDisposable
{
    readonly TempFolder? folder;
    readonly string path;

    /// <summary>A disk in a folder of its own, or in one that is there.</summary>
    public TinyDisk(int megabytes = 1, string? at = null)
    {
        folder = at is null ? new TempFolder() : null;
        path = at ?? folder!.Path;
        Call("mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={megabytes}m"), "tmpfs", path);
    }

    /// <summary>Why there is none here; null where there is.</summary>
    public static string? SkipReason { get; } = Try();

    /// <summary>A path on the disk.</summary>
    public string Path(string name) => System.IO.Path.Combine(path, name);

    public void Dispose()
    {
        Call("umount", path);
        folder?.Dispose();
    }

    static string? Try()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return "Filling a disk takes a small one of its own, which only root can mount on Linux.";
        }

        try
        {
            new TinyDisk().Dispose();
            return null;
        }
        catch (InvalidOperationException refused)
        {
            return "No small disk can be mounted here: " + refused.Message;
        }
    }

    static void Call(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(said.Trim());
        }
    }
}
