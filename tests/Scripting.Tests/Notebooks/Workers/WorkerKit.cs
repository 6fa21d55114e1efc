using System.Diagnostics;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Workers;

/// <summary>Kernels in processes of their own.</summary>
static class WorkerKit
{
    /// <summary>What this assembly does when it is started as a process: a worker, or a door that says its worker's id and what its cell prints.</summary>
    public static int Begin(string[] args)
    {
        if (args[0] == "worker")
        {
            WorkerLoop.Run(new WorkerPipes(args[1], args[2]), () => args[3] == "tiny" ? new TinyKernel() : new CellKernel(Setup));
            return 0;
        }

        using var done = new ManualResetEvent(false);
        var kernel = Start();
        var heard = new Heard();
        _ = kernel.Run(args[1], heard);
        KernelProcessTests.Eventually(() => heard.Out.EndsWith('\n')).GetAwaiter().GetResult();
        Console.WriteLine(FormattableString.Invariant($"{kernel.ProcessId} {heard.Out.Trim()}"));
        done.WaitOne();
        return 0;
    }

    /// <summary>Starts a door in a process of its own, with a cell that prints a line and goes on.</summary>
    public static (Process Door, int Worker) StartDoor(string code)
    {
        var door = Process.Start(new ProcessStartInfo("dotnet", [typeof(WorkerKit).Assembly.Location, "door", code]) { RedirectStandardOutput = true })!;
        var said = door.StandardOutput.ReadLine()!;
        return (door, int.Parse(said.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>A kernel that lives in another process.</summary>
    public static KernelProcess Start(KernelLimits? limits = null) => new(pipes => Command(pipes, "real"), limits);

    /// <summary>As above, with a kernel that answers questions in ways known beforehand.</summary>
    public static KernelProcess StartTiny() => new(pipes => Command(pipes, "tiny"));

    static KernelSetup Setup => new()
    {
        CacheFolder = Path.GetTempPath(),
        References = [typeof(CellContext).Assembly],
        Imports = ["System.Threading", "System.Threading.Tasks", "Workbench.Scripting.Notebooks"],
    };

    static ProcessStartInfo Command(WorkerPipes pipes, string kernel)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(WorkerKit).Assembly.Location, "worker", pipes.Requests, pipes.Answers, kernel]);
        // A compiler that is not precompiled should be compiled quickly, and not watched while it runs.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }

    /// <summary>Runs a cell to its end.</summary>
    public static Task<CellResult> Run(this IKernel kernel, string code, Heard? heard = null, CancellationToken interrupt = default) =>
        kernel.Execute(new CellRequest(code), heard ?? new Heard(), interrupt);
}
