using System.Diagnostics;
using System.Reflection;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary>Where kernels come from: what the program adds to them, and the processes that they live in.</summary>
static class KernelRoom
{
    /// <summary>What cells see of the program.</summary>
    public static KernelSetup Setup(Workspace workspace) => new() { CacheFolder = workspace.ScriptCache };

    /// <summary>A kernel in this very process: what a worker runs.</summary>
    public static IKernel Make(Workspace workspace) => new CellKernel(Setup(workspace));

    /// <summary>A kernel in a process of its own.</summary>
    public static KernelProcess Start(Workspace workspace, KernelLimits limits) => new(pipes => Command(workspace, pipes), limits);

    /// <summary>This program, called as a worker.</summary>
    static ProcessStartInfo Command(Workspace workspace, WorkerPipes pipes)
    {
        var host = Environment.ProcessPath!;
        // Started as "dotnet Workbench.App.dll", the program is the first word behind its host.
        string[] program = Path.GetFileNameWithoutExtension(host) == "dotnet" ? [Assembly.GetExecutingAssembly().Location] : [];
        return new ProcessStartInfo(host, [.. program, "notebook", "worker", pipes.Requests, pipes.Answers])
        {
            Environment = { ["WORKBENCH_ROOT"] = workspace.Root },
        };
    }
}
