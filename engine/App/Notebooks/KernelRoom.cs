using System.Diagnostics;
using System.Reflection;
using Workbench.App.Cells;
using Workbench.Research;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary>Where kernels come from: what the program adds to them, and the processes that they live in.</summary>
static class KernelRoom
{
    const string FiguresVariable = "WORKBENCH_NOTEBOOK_FIGURES";

    /// <summary>What cells see of the program.</summary>
    public static KernelSetup Setup(Workspace workspace) => new()
    {
        CacheFolder = workspace.ScriptCache,
        References = [typeof(Backtest).Assembly, typeof(RunReport).Assembly, Assembly.Load("MathNet.Numerics")],
        Imports = ["System.IO", "System.Threading.Tasks", "Workbench.Research", "Workbench.App.Cells"],
        Formats = new CellFormats(workspace, bringsLibrary: Environment.GetEnvironmentVariable(FiguresVariable) is null).All,
        IsStale = RunTexts.IsStale,
    };

    /// <summary>A kernel in this very process: what a worker runs.</summary>
    public static IKernel Make(Workspace workspace) => new CellKernel(Setup(workspace));

    /// <summary>A kernel in a process of its own.</summary>
    /// <param name="workspace">The project.</param>
    /// <param name="limits">What it may take.</param>
    /// <param name="drawsFigures">Whether the door draws figures by itself; else the first one brings the library along in its HTML.</param>
    public static KernelProcess Start(Workspace workspace, KernelLimits limits, bool drawsFigures = false) => new(pipes => Command(workspace, pipes, drawsFigures), limits);

    /// <summary>This program, called as a worker.</summary>
    static ProcessStartInfo Command(Workspace workspace, WorkerPipes pipes, bool drawsFigures)
    {
        var start = ThisProgram.Call(workspace, "notebook", "worker", pipes.Requests, pipes.Answers);
        if (drawsFigures)
        {
            start.Environment[FiguresVariable] = "drawn by the door";
        }

        return start;
    }
}
