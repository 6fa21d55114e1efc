using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// Where something secret comes from: an environment variable that is named, what is piped in, or a person who types it unseen. Never the words
/// of a call, which every process of the machine can read.
/// </summary>
static class SecretInput
{
    /// <summary>What a variable holds.</summary>
    /// <exception cref="WorkbenchException">It is not set.</exception>
    public static string FromVariable(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : throw SessionErrors.EmptyVariable(variable);

    /// <summary>A line that is secret: from the variable where one was named, else from what is piped in, else asked for.</summary>
    /// <param name="variable">Name of the variable; null where none was named.</param>
    /// <param name="question">What a person is asked.</param>
    /// <param name="toEnd">Whether what is piped in belongs to it up to its end: a PEM key has several lines.</param>
    /// <param name="option">The option that names the variable.</param>
    public static string Read(string? variable, string question, bool toEnd, string option)
    {
        var said = variable is not null ? FromVariable(variable)
            : !Console.IsInputRedirected ? Secret.Ask(question)
            : toEnd ? Console.In.ReadToEnd().Trim()
            : Console.In.ReadLine()?.Trim();
        return said is { Length: > 0 } ? said : throw SessionErrors.NothingSecret(question.TrimEnd(' ', ':'), option);
    }
}
