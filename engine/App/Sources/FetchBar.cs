using System.Globalization;
using Workbench.Data.Routing;

namespace Workbench.App;

/// <summary>Shows how far a fetch is: a bar with rate and remaining time on a terminal, elsewhere a line every few seconds.</summary>
sealed class FetchBar(Terminal terminal) : IDisposable
{
    const int Width = 30;

    static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(5);

    long shown = TimeProvider.System.GetTimestamp();
    bool isShown;

    public void Show(FetchProgress progress)
    {
        var since = TimeProvider.System.GetElapsedTime(shown);
        if (since < (terminal.ShowsProgress ? OnTerminal : Elsewhere))
        {
            return;
        }

        shown = TimeProvider.System.GetTimestamp();
        if (terminal.ShowsProgress)
        {
            isShown = true;
            Console.Error.Write($"\r\u001b[K{Bar(progress)} {Text(progress)}");
        }
        else
        {
            terminal.Progress(Text(progress));
        }
    }

    /// <summary>A sentence above the bar.</summary>
    public void Say(string sentence)
    {
        Dispose();
        terminal.Progress(sentence);
    }

    public void Dispose()
    {
        if (isShown)
        {
            Console.Error.Write("\r\u001b[K");
            isShown = false;
        }
    }

    /// <summary>The figures: pieces, rate, size, remaining time.</summary>
    public static string Text(FetchProgress progress) => string.Create(CultureInfo.InvariantCulture,
        $"{progress.Source}: {progress.Done:N0} of {progress.Total:N0} pieces, {progress.Rate:0.0} a second, {progress.Bytes / 1e6:0.0} MB{(progress.Left is { } left ? $", {Span(left)} left" : "")}");

    static string Bar(FetchProgress progress)
    {
        var full = progress.Total == 0 ? Width : (int)((long)Width * progress.Done / progress.Total);
        return $"[{new string('#', full)}{new string('.', Width - full)}]";
    }

    static string Span(TimeSpan span) => span.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours}:{span:mm\\:ss}")
        : span.ToString(@"m\:ss", CultureInfo.InvariantCulture);
}
