namespace Workbench.App;

/// <summary>One line on stderr that says how far a study is, for a person who watches.</summary>
sealed class StudyProgress(Terminal terminal) : IDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    readonly Lock shown = new();
    long last = TimeProvider.System.GetTimestamp();

    /// <summary>Shows it, unless it was shown a moment ago.</summary>
    public void Tell(string text)
    {
        lock (shown)
        {
            if (terminal.ShowsProgress && TimeProvider.System.GetElapsedTime(last) > Interval)
            {
                last = TimeProvider.System.GetTimestamp();
                Console.Error.Write("\r\u001b[K" + text);
            }
        }
    }

    public void Dispose()
    {
        if (terminal.ShowsProgress)
        {
            Console.Error.Write("\r\u001b[K");
        }
    }
}
