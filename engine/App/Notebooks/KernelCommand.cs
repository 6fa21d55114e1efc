using System.Reflection;

namespace Workbench.App;

/// <summary>The command line that Jupyter is to start the kernel with.</summary>
/// <param name="Words">Program and arguments.</param>
/// <param name="Environment">What is to be set for it.</param>
sealed record KernelCommand(IReadOnlyList<string> Words, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>
    /// The kernel starts as this process was started. Through <c>run.sh</c>, which costs some milliseconds where nothing changed, finds the .NET that
    /// a front end's own environment often does not know, and never runs a program that is older than its sources. Or, where this program was not
    /// built by it, as it is.
    /// </summary>
    public static KernelCommand Of(Workspace workspace)
    {
        var program = Assembly.GetExecutingAssembly().Location;
        var isBuiltByScript = Path.GetFullPath(program).StartsWith(Path.Combine(Path.GetFullPath(workspace.Root), ".build", "app") + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        string[] start = isBuiltByScript ? [Path.Combine(workspace.Root, "run.sh")] : [System.Environment.ProcessPath!, program];
        return new KernelCommand(
            [.. start, "notebook", "kernel", "{connection_file}"],
            isBuiltByScript ? new Dictionary<string, string>() : new Dictionary<string, string> { ["WORKBENCH_ROOT"] = workspace.Root });
    }
}
