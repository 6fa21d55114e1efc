using Microsoft.CodeAnalysis;

namespace Workbench.Scripting;

/// <summary>Collects what the gate's rules find in one script: one offence for each line and reason.</summary>
sealed class GateFindings(ScriptSource source)
{
    readonly List<ScriptOffence> offences = [];
    readonly HashSet<(string Path, int Line, string Why)> seen = [];
    readonly SortedSet<string> uncheckedLibraries = new(StringComparer.Ordinal);

    /// <summary>All offences, by file, line and column.</summary>
    public List<ScriptOffence> Offences =>
        [.. offences.OrderBy(offence => offence.Path, StringComparer.Ordinal).ThenBy(offence => offence.Line).ThenBy(offence => offence.Column)];

    /// <summary>Libraries the script calls that the gate cannot look into.</summary>
    public IReadOnlyCollection<string> Unchecked => uncheckedLibraries;

    /// <summary>Refuses something at a place: "X is not allowed in a strategy: why. What instead."</summary>
    public void Refuse(Location at, string what, string why)
    {
        var offence = SourcePlace.Offence(source, ScriptErrors.Gate, at, $"{what} is not allowed in a strategy: {why}.");
        if (seen.Add((offence.Path, offence.Line, why)))
        {
            offences.Add(offence);
        }
    }

    /// <summary>Notes that a library of the user's own is called.</summary>
    public void Note(IAssemblySymbol library) => uncheckedLibraries.Add(library.Name);
}
