namespace Workbench.App;

/// <summary>One line that is written over on a terminal; off a terminal each is a line of its own.</summary>
sealed class ProgressLine(Terminal terminal) : IDisposable
{
    bool shown;

    /// <summary>Shows how far it is.</summary>
    public void Show(string text)
    {
        if (!terminal.ShowsProgress)
        {
            terminal.Progress(text);
            return;
        }

        Console.Error.Write("\r\u001b[K" + text);
        shown = true;
    }

    /// <summary>Leaves the line.</summary>
    public void Dispose()
    {
        if (shown)
        {
            Console.Error.WriteLine();
            shown = false;
        }
    }
}
