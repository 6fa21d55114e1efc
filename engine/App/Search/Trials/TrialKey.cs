using Workbench.Core;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>The text that names what was run: the script by its hash, and all its parameters, also those that were left as they are.</summary>
static class TrialKey
{
    const int HashLetters = 16;

    public static string Of(StrategyScript script, ParameterValues parameters) =>
        $"{script.Sha256[..HashLetters]} {string.Join(' ', parameters.Texts.Select(text => $"{text.Key}={text.Value}"))}";

    /// <summary>Of settings that the script refuses.</summary>
    public static string Of(StrategyScript script, IEnumerable<string> refused) => $"{script.Sha256[..HashLetters]} {string.Join(' ', refused)}";
}
