using System.CommandLine;
using Workbench.Model;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary><c>notebook worker</c>: the process that runs the cells of a notebook. The program starts it; people do not.</summary>
static class NotebookWorkerVerb
{
    public static Command Make(Workspace workspace)
    {
        var requests = new Argument<string>("requests") { Description = "handle of the pipe that it reads from" };
        var answers = new Argument<string>("answers") { Description = "handle of the pipe that it writes to" };
        var verb = new Command("worker", "Run cells for the program that started this one.") { requests, answers };
        verb.Hidden = true;
        return verb.Does((parsed, _, _) =>
        {
            WorkerLoop.Run(new WorkerPipes(parsed.GetValue(requests)!, parsed.GetValue(answers)!), () => Awake(KernelRoom.Make(workspace)));
            return ExitCode.Ok;
        });
    }

    /// <summary>Wakes the compiler up while the first cell is still on its way.</summary>
    static IKernel Awake(IKernel kernel)
    {
        if (kernel is CellKernel cells)
        {
            _ = cells.WarmUp();
        }

        return kernel;
    }
}
