using Workbench.Model;

namespace Workbench.App;

/// <summary>What is looked at before a session begins, one line each. What fails keeps it from beginning; what warns does not.</summary>
sealed class Preflight(Terminal terminal)
{
    string? failed;
    ExitCode exit = ExitCode.Ok;

    /// <summary>Who is told of each line, in place of the terminal.</summary>
    public Action<string, string, string>? Said { private get; init; }

    /// <summary>Whether something failed.</summary>
    public bool HasFailed => failed is not null;

    /// <summary>All is well there.</summary>
    public void Good(string what, string found) => Say("✓", what, found);

    /// <summary>Something to know.</summary>
    public void Warn(string what, string found) => Say("!", what, found);

    /// <summary>The session cannot begin.</summary>
    public void Bad(string what, string found, ExitCode why)
    {
        Say("✗", what, found);
        (failed, exit) = (failed ?? $"{what}: {found}", failed is null ? why : exit);
    }

    /// <summary>Does something that may fail, and says so.</summary>
    public T? Try<T>(string what, Func<T> look)
        where T : class
    {
        try
        {
            return look();
        }
        catch (WorkbenchException error)
        {
            Bad(what, error.Message, error.Exit);
            return null;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException)
        {
            Bad(what, error.Message, ExitCode.Broker);
            return null;
        }
    }

    /// <summary>Ends the list.</summary>
    /// <exception cref="WorkbenchException">Something failed.</exception>
    public void Pass()
    {
        if (failed is not null)
        {
            throw SessionErrors.Preflight(failed, exit);
        }
    }

    void Say(string mark, string what, string found)
    {
        if (Said is { } told)
        {
            told(mark, what, found);
        }
        else
        {
            terminal.Progress($"  {mark} {what,-14} {found}");
        }
    }
}
