using System.Runtime.InteropServices;

namespace Workbench.App;

/// <summary>Sees when the process that started this one is gone: a front end that crashed says goodbye to nobody, and its kernels must not stay behind.</summary>
sealed class ParentWatch : IDisposable
{
    static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    readonly Timer timer;

    /// <summary>Begins to look.</summary>
    /// <param name="gone">Called once or more when the parent is gone.</param>
    public ParentWatch(Action gone)
    {
        var parent = Parent();
        timer = new Timer(_ => Look(parent, gone), null, Pulse, Pulse);
    }

    public void Dispose() => timer.Dispose();

    static void Look(int parent, Action gone)
    {
        if (Parent() != parent)
        {
            gone();
        }
    }

    // Whose parent dies is given another one.
    static int Parent() => OperatingSystem.IsWindows() ? 0 : GetParent();

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    static extern int GetParent();
}
