using Workbench.Model;

namespace Workbench.App;

/// <summary>What is said to whom: results on stdout, progress and trouble on stderr, so that a pipe gets results and nothing else.</summary>
sealed class Terminal(bool json, bool quiet)
{
    /// <summary>Whether the result is to be one JSON document.</summary>
    public bool Json => json;

    /// <summary>The words that make another process speak as this one.</summary>
    public IEnumerable<string> Flags => [.. json ? ["--json"] : (string[])[], .. quiet ? ["--quiet"] : (string[])[]];

    /// <summary>Whether a person watches.</summary>
    public bool ShowsProgress => !quiet && !Console.IsErrorRedirected;

    /// <summary>A result for a person.</summary>
    public void Result(string text)
    {
        if (!json)
        {
            Console.Out.WriteLine(text);
        }
    }

    /// <summary>The result as a document.</summary>
    public void Document(ReadOnlySpan<byte> utf8)
    {
        using var stdout = Console.OpenStandardOutput();
        stdout.Write(utf8);
        stdout.Write("\n"u8);
    }

    /// <summary>How it goes.</summary>
    public void Progress(string text)
    {
        if (!quiet)
        {
            Console.Error.WriteLine(text);
        }
    }

    /// <summary>Something to know that stops nothing. Said even to the quiet.</summary>
    public void Warn(string text) => Console.Error.WriteLine("warning: " + text);

    /// <summary>Says what went wrong and ends the process: for code that neither returns nor can be stopped.</summary>
    public void Die(WorkbenchException error) => Environment.Exit((int)Fail(error));

    /// <summary>What went wrong, for a person on stderr and for a program on stdout.</summary>
    public ExitCode Fail(WorkbenchException error)
    {
        Console.Error.WriteLine(error.ToString());
        if (json)
        {
            Document(JsonText.Of(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartObject("error");
                writer.WriteString("code", error.Code);
                writer.WriteString("message", error.Message);
                writer.WriteString("try", error.TryNext);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }));
        }

        return error.Exit;
    }
}
