using System.Globalization;

namespace Workbench.Scripting.Notebooks;

/// <summary>Why a worker ended, as far as it can be known.</summary>
/// <param name="Fate">Who ended it.</param>
/// <param name="ExitCode">The process's exit code; 128 and the signal's number where a signal ended it.</param>
/// <param name="HasLeft">Whether it said goodbye: then code in it asked for its end.</param>
/// <param name="UsedMb">Memory that it used, for a greedy one.</param>
/// <param name="Words">What the runtime said of its death; empty where nothing.</param>
sealed record WorkerDeath(WorkerFate Fate, int ExitCode, bool HasLeft, long UsedMb, string Words)
{
    const int Signal = 128;

    /// <summary>The cause, as a sentence without its end.</summary>
    public string Cause(KernelLimits limits) => Fate switch
    {
        WorkerFate.Stubborn => Text($"the cell did not stop within {limits.Patience.TotalSeconds:0.#} s of being told to, so its process was ended"),
        WorkerFate.Greedy => Text($"it used {UsedMb:N0} MB and {limits.MemoryMb:N0} are allowed"),
        WorkerFate.Garbled => "it wrote something of its own into the kernel's pipe",
        WorkerFate.Slow => Text($"it did not begin within {limits.StartPatience.TotalSeconds:0.#} s"),
        WorkerFate.Restarted => "the kernel was restarted",
        WorkerFate.Closed => "the kernel was closed",
        _ => Words.Length > 0 ? OfWords() : OfExit(),
    };

    /// <summary>The runtime's last words, line by line, for whoever wants to know where it happened.</summary>
    public IReadOnlyList<string> Trace => Words.Length == 0 ? [] : [.. Words.TrimEnd().Split('\n').Take(20)];

    string OfWords()
    {
        var first = Words.Split('\n', 2)[0].TrimEnd();
        return first switch
        {
            _ when first.StartsWith("Stack overflow", StringComparison.Ordinal) => "the runtime ran out of stack: a method that calls itself without end",
            _ when first.StartsWith("Out of memory", StringComparison.Ordinal) => "the runtime ran out of memory",
            _ when first.StartsWith("Unhandled exception", StringComparison.Ordinal) => "an error that nobody caught ended the process: " + Behind(first),
            _ when first.StartsWith("Process terminated", StringComparison.Ordinal) => "the cell ended the process at once (Environment.FailFast)" + Told(),
            _ => "the runtime gave up: " + first,
        };
    }

    string OfExit() => ExitCode switch
    {
        _ when HasLeft => Text($"the cell ended the process with exit code {ExitCode}"),
        Signal + 6 => "the process broke off (SIGABRT)",
        Signal + 9 => "something outside ended the process (SIGKILL), as the system does when memory is short",
        Signal + 11 => "native code broke the process (SIGSEGV)",
        Signal + 15 => "something outside ended the process (SIGTERM)",
        > Signal => Text($"the process was ended by signal {ExitCode - Signal}"),
        _ => Text($"the process ended with exit code {ExitCode}"),
    };

    /// <summary>What FailFast was given to say.</summary>
    string Told()
    {
        var said = Words["Process terminated.".Length..].Trim().Split('\n')[0].Trim();
        return said.Length == 0 || said.StartsWith("at ", StringComparison.Ordinal) ? "" : ": " + said;
    }

    static string Behind(string opener) => opener[(opener.IndexOf('.', StringComparison.Ordinal) + 1)..].Trim();

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
