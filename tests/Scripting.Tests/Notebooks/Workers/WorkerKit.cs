using System.Diagnostics;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Workers;

/// <summary>Kernels in processes of their own.</summary>
static class WorkerKit
{
    /// <summary>The worker's side: what <see cref="ColdStart"/> does when it is called as a worker.</summary>
    public static int Serve(string requests, string answers)
    {
        WorkerLoop.Run(new WorkerPipes(requests, answers), () => new TinyKernel());
        return 0;
    }

    /// <summary>The command line of a worker.</summary>
    public static ProcessStartInfo Command(WorkerPipes pipes) => new("dotnet", [typeof(WorkerKit).Assembly.Location, "worker", pipes.Requests, pipes.Answers]);

    /// <summary>A kernel whose cells run in another process.</summary>
    public static KernelProcess Start(KernelLimits? limits = null) => new(Command, limits);

    /// <summary>Runs a cell to its end.</summary>
    public static Task<CellResult> Run(this IKernel kernel, string code, Heard? heard = null, CancellationToken interrupt = default) =>
        kernel.Execute(new CellRequest(code), heard ?? new Heard(), interrupt);
}
