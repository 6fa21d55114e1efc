using System.Globalization;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Shows on a terminal how far a run is, a few times a second; off a terminal it is silent.</summary>
sealed class ProgressBar(Terminal terminal) : IDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    RunProgress? progress;
    Timer? timer;
    bool shown;

    public void Follow(RunProgress followed)
    {
        progress = followed;
        if (terminal.ShowsProgress)
        {
            timer = new Timer(_ => Show(), null, Interval, Interval);
        }
    }

    public void Dispose()
    {
        timer?.Dispose();
        timer = null;
        if (shown)
        {
            Console.Error.Write("\r\u001b[K");
            shown = false;
        }
    }

    void Show()
    {
        shown = true;
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r\u001b[K{progress!.Events:N0} events, {UtcNanos.ToIso(progress.Nanos)}"));
    }
}
