using System.Runtime.InteropServices;

namespace Workbench.App;

/// <summary>Ctrl-C and SIGTERM as a token: the first asks the work to end cleanly, a second one ends the process at once.</summary>
sealed class Interrupt : IDisposable
{
    readonly CancellationTokenSource source = new();
    readonly PosixSignalRegistration interrupt;
    readonly PosixSignalRegistration terminate;

    public Interrupt()
    {
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();
        source.Dispose();
    }

    void Ask(PosixSignalContext signal)
    {
        signal.Cancel = !source.IsCancellationRequested;
        source.Cancel();
    }
}
