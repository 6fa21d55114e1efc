using System.Diagnostics;
using System.Globalization;

namespace Workbench.Platform.Tests.Journals;

/// <summary>A file system of a given size, in memory, mounted for one test. Mounting needs root on Linux.</summary>
sealed class SmallDisk : IDisposable
{
    readonly string place;

    public SmallDisk(string place, long bytes)
    {
        this.place = place;
        Directory.CreateDirectory(place);
        if (!Mount(place, bytes))
        {
            throw new InvalidOperationException("A tmpfs could be mounted before, and now it cannot.");
        }
    }

    /// <summary>Why there can be none here; null where there can.</summary>
    public static string? Refusal { get; } = Try();

    public string File(string name) => Path.Combine(place, name);

    public void Dispose() => Run("umount", place);

    static bool Mount(string place, long bytes) =>
        Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={bytes}"), "tmpfs", place);

    static string? Try()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "A small disk is a tmpfs, and those are of Linux.";
        }

        var place = Directory.CreateTempSubdirectory("workbench-mount-").FullName;
        try
        {
            return Mount(place, 1 << 16) && Run("umount", place) ? null : "Mounting a small tmpfs needs root.";
        }
        finally
        {
            Directory.Delete(place);
        }
    }

    static bool Run(string program, params string[] words)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
