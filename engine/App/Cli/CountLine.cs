using System.Globalization;

namespace Workbench.App;

/// <summary>Shows on a terminal how many events were read, a few times a second; off a terminal it is silent.</summary>
sealed class CountLine(Terminal terminal)
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    long shown = TimeProvider.System.GetTimestamp();
    bool any;

    public void Show(long count)
    {
        if (terminal.ShowsProgress && TimeProvider.System.GetElapsedTime(shown) > Interval)
        {
            (shown, any) = (TimeProvider.System.GetTimestamp(), true);
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r\u001b[K{count:N0} events"));
        }
    }

    public void Clear()
    {
        if (any)
        {
            Console.Error.Write("\r\u001b[K");
        }
    }
}
