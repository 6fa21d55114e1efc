using System.Runtime.InteropServices;
using Workbench.Core;

namespace Workbench.App;

/// <summary>SIGQUIT, which a terminal sends for Ctrl-\, as the kill switch: it needs no other window and no free socket.</summary>
sealed class KillSignal(RunningSession session) : IDisposable
{
    readonly PosixSignalRegistration quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, signal =>
    {
        signal.Cancel = true;
        session.Command(OperatorCommand.Kill, "the signal SIGQUIT came");
    });

    public void Dispose() => quit.Dispose();
}
