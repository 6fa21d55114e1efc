namespace Workbench.Model;

/// <summary>
/// A failure that a person can act on: a code to search for, the cause in one sentence, where it happened, and the next
/// command to type. Bugs are not reported with it: those throw what .NET throws, and stop the run.
/// </summary>
/// <param name="code">Stable code: WB1xxx usage, WB2xxx data, WB3xxx scripts, WB4xxx runs and accounts, WB5xxx brokers.</param>
/// <param name="exit">Exit code the program ends with.</param>
/// <param name="message">The cause, in one sentence, with the place (file, line, byte) where there is one.</param>
/// <param name="tryNext">The next command to type, or null where none helps.</param>
/// <param name="inner">The technical cause, for the log.</param>
public sealed class WorkbenchException(
    string code, ExitCode exit, string message, string? tryNext = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Stable code, such as <c>WB2103</c>.</summary>
    public string Code { get; } = code;

    /// <summary>Exit code the program ends with.</summary>
    public ExitCode Exit { get; } = exit;

    /// <summary>The next command to type; null where none helps.</summary>
    public string? TryNext { get; } = tryNext;

    /// <summary>The line a person reads: code, cause, next command.</summary>
    public override string ToString() => TryNext is null ? $"{Code} {Message}" : $"{Code} {Message}{(Message.Contains('\n') ? "\n" : " ")}Try: {TryNext}";
}
