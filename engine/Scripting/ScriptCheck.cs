using System.Globalization;
using System.Text;

namespace Workbench.Scripting;

/// <summary>What <c>check</c> found: whether a script may run, and all that stands against it.</summary>
/// <param name="Path">The script.</param>
/// <param name="Sha256">Hash of the script and everything it loads, as in a run's identity.</param>
/// <param name="Offences">Why it may not run, in the order of the text; empty when it may.</param>
/// <param name="Warnings">What the compiler and the gate remark without refusing.</param>
/// <param name="Strategy">The strategy class; null when the script may not run.</param>
/// <param name="Parameters">Its parameters; empty when the script may not run.</param>
public sealed record ScriptCheck(
    string Path, string Sha256, IReadOnlyList<ScriptOffence> Offences, IReadOnlyList<string> Warnings, string? Strategy,
    IReadOnlyList<ParameterInfo> Parameters)
{
    /// <summary>Most offences that are listed; the rest is counted.</summary>
    public const int MostShown = 20;

    /// <summary>Whether the script may run.</summary>
    public bool Passed => Offences.Count == 0;

    /// <summary>The offences with their lines, or a word that there are none.</summary>
    public override string ToString()
    {
        if (Passed)
        {
            return $"{Path} is fine: it compiles, and nothing in it differs from run to run.";
        }

        var text = new StringBuilder(Summary());
        foreach (var offence in Offences.Take(MostShown))
        {
            text.Append("\n\n").Append(offence);
        }

        return Offences.Count <= MostShown
            ? text.ToString()
            : text.Append(CultureInfo.InvariantCulture, $"\n\n… and {Offences.Count - MostShown} more.").ToString();
    }

    string Summary() => Offences[0].Code == ScriptErrors.NotCompiled
        ? string.Create(CultureInfo.InvariantCulture, $"{Path} does not compile ({Offences.Count} {Plural("error")}).")
        : string.Create(CultureInfo.InvariantCulture, $"{Path} would not decide the same in every run ({Offences.Count} {Plural("offence")}).");

    string Plural(string word) => Offences.Count == 1 ? word : word + "s";
}
