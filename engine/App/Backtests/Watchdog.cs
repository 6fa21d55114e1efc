using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// Looks at a run from another thread: a handler that does not come back, or a script that eats the memory, ends the process
/// with a reason. Code that loops cannot be stopped from within, and a run that ends this way has written nothing.
/// </summary>
sealed class Watchdog : IDisposable
{
    /// <summary>Longest that loading a script may take, its compilation and initialisers included.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    readonly RunProgress progress;
    readonly TimeSpan timeout;
    readonly long memoryLimitMb;
    readonly Action<WorkbenchException> end;
    readonly ManualResetEventSlim done = new();
    readonly Thread thread;

    public Watchdog(RunProgress progress, TimeSpan timeout, long memoryLimitMb, Action<WorkbenchException> end)
    {
        this.progress = progress;
        this.timeout = timeout;
        this.memoryLimitMb = memoryLimitMb;
        this.end = end;
        thread = new Thread(Watch) { IsBackground = true, Name = "watchdog" };
        thread.Start();
    }

    /// <summary>Does something that runs a script's own code outside of a run: initialisers and constructors can loop, too.</summary>
    public static T Over<T>(Func<T> work, TimeSpan timeout, Action<WorkbenchException> end)
    {
        using var watchdog = new Watchdog(new RunProgress(), timeout, long.MaxValue, end);
        return work();
    }

    public void Dispose()
    {
        done.Set();
        thread.Join();
        done.Dispose();
    }

    void Watch()
    {
        var (beat, since) = (progress.Beat, TimeProvider.System.GetTimestamp());
        while (!done.Wait(Interval))
        {
            if (progress.Beat != beat)
            {
                (beat, since) = (progress.Beat, TimeProvider.System.GetTimestamp());
            }
            else if (TimeProvider.System.GetElapsedTime(since) > timeout)
            {
                end(CliErrors.HandlerStuck(Where(), timeout));
                return;
            }

            var usedMb = GC.GetTotalMemory(forceFullCollection: false) >> 20;
            if (usedMb > memoryLimitMb)
            {
                end(CliErrors.TooMuchMemory(Where(), usedMb, memoryLimitMb));
                return;
            }
        }
    }

    string Where() => progress.Events == 0 ? "the start of the run" : UtcNanos.ToIso(progress.Nanos);
}
