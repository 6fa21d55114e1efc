using System.CommandLine;
using System.Runtime.InteropServices;
using Workbench.Model;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary><c>notebook kernel FILE</c>: the kernel as Jupyter starts it; people do not. Lives until its front end ends it.</summary>
static class NotebookKernelVerb
{
    public static Command Make(Workspace workspace)
    {
        var file = new Argument<string>("connection-file") { Description = "the file that Jupyter wrote for this kernel", HelpName = "FILE" };
        var verb = new Command("kernel", "Run cells for a front end of Jupyter.") { file };
        verb.Hidden = true;
        return verb.Does((parsed, _) =>
        {
            Serve(workspace, ConnectionFile.Read(parsed.GetValue(file)!)).GetAwaiter().GetResult();
            return ExitCode.Ok;
        });
    }

    static async Task Serve(Workspace workspace, ConnectionFile at)
    {
        using var stop = new CancellationTokenSource();
        // The worker first: it needs longer to wake up than the sockets.
        await using var kernel = KernelRoom.Start(workspace, new KernelLimits());
        await using var door = new JupyterDoor(kernel, at, Console.Error, Notebook());
        // To a kernel Ctrl-C means the cell, not the kernel.
        using var interrupt = On(PosixSignal.SIGINT, door.Interrupt);
        using var terminate = On(PosixSignal.SIGTERM, stop.Cancel);
        using var orphaned = Environment.GetEnvironmentVariable("JPY_PARENT_PID") is { Length: > 0 } ? new ParentWatch(stop.Cancel) : null;
        await door.Run(stop.Token).ConfigureAwait(false);
    }

    static PosixSignalRegistration On(PosixSignal signal, Action act) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        act();
    });

    // Jupyter's server names the notebook there; other front ends start the kernel in its folder.
    static string? Notebook() => Environment.GetEnvironmentVariable("JPY_SESSION_NAME") is { Length: > 0 } path && File.Exists(path) ? path : null;
}
