namespace Workbench.Scripting.Notebooks;

/// <summary>
/// Whether a strategy's text stands alone. In a notebook it sees what other cells declared; as a script it would not. The text is compiled as any
/// script is, and what it then misses is looked for in the other cells.
/// </summary>
/// <param name="Check">What the compiler and the determinism gate say of the text.</param>
/// <param name="Names">The names that other cells declare, in the order of the text; empty where it stands alone.</param>
public sealed record LeanCheck(ScriptCheck Check, IReadOnlyList<LeanName> Names)
{
    // What the compiler says of a name that it cannot find, as a variable, a type, a member, in a namespace.
    // The last four: it finds something else of that name, which cannot be meant.
    static readonly string[] NotFound = ["CS0103", "CS0246", "CS1061", "CS0117", "CS0234", "CS0400", "CS0305", "CS0308", "CS0118", "CS0119", "CS0122", "CS1955"];

    /// <summary>Why the text may not become a script; null where it may.</summary>
    public WorkbenchException? Refusal => Names.Count > 0 ? NotebookFileErrors.Leans(Check.Path, Names) : Check.Passed ? null : ScriptErrors.Refused(Check);

    /// <summary>Looks over a notebook's strategy, among the other cells of its file; nothing is run.</summary>
    /// <param name="host">Compiles it.</param>
    /// <param name="path">The script that it is to become: its folder is where relative paths start. It need not exist.</param>
    /// <param name="notebook">The notebook.</param>
    /// <param name="cell">Its strategy.</param>
    /// <param name="strategy">Name of the strategy class; needed only where the cell has several.</param>
    /// <exception cref="WorkbenchException">WB3003–WB3012: it cannot be completed, or has not the one strategy.</exception>
    public static LeanCheck Of(ScriptHost host, string path, Notebook notebook, StrategyCell cell, string? strategy) =>
        Of(host, path, cell.Text, strategy, CellDeclarations.Of(notebook, except: cell.Number)).WithOpenings(host, path, cell.Text, strategy, CellDeclarations.OpeningsOf(notebook, except: cell.Number));

    /// <summary>Looks a text over.</summary>
    /// <param name="host">Compiles it.</param>
    /// <param name="path">The script that it is to become: its folder is where relative paths start. It need not exist.</param>
    /// <param name="text">The text (<see cref="StrategyText"/>).</param>
    /// <param name="strategy">Name of the strategy class; needed only where the text has several.</param>
    /// <param name="declared">What the other cells declare, by name, with the number of the cell.</param>
    /// <exception cref="WorkbenchException">WB3003–WB3012: it cannot be completed, or has not the one strategy.</exception>
    public static LeanCheck Of(ScriptHost host, string path, string text, string? strategy, IReadOnlyDictionary<string, int> declared)
    {
        var check = host.Check(path, text, strategy);
        var names = NotFoundIn(check).Select(NameAt).Distinct(StringComparer.Ordinal).Where(declared.ContainsKey);
        return new LeanCheck(check, [.. names.Select(name => new LeanName(name, declared[name]))]);
    }

    /// <summary>Adds the <c>using</c>, <c>#r</c> and <c>#load</c> lines of other cells without which more names are missing than with them.</summary>
    LeanCheck WithOpenings(ScriptHost host, string path, string text, string? strategy, IReadOnlyList<LeanName> openings)
    {
        var alone = NotFoundIn(Check).Count();
        var together = alone == 0 || openings.Count == 0 ? alone : Missing(openings);
        var needed = together < alone ? openings : [];

        foreach (var opening in needed)
        {
            LeanName[] others = [.. needed.Where(each => each != opening)];
            needed = Missing(others) <= together ? others : needed;
        }

        return this with { Names = [.. Names, .. needed] };

        int Missing(IEnumerable<LeanName> before) => NotFoundIn(host.Check(path, string.Concat(before.Select(each => each.Name + "\n")) + text, strategy)).Count();
    }

    static IEnumerable<ScriptOffence> NotFoundIn(ScriptCheck check) =>
        check.Offences.Where(offence => NotFound.Any(code => offence.Message.StartsWith(code, StringComparison.Ordinal)));

    /// <summary>The word that the offence points at, without its type arguments.</summary>
    static string NameAt(ScriptOffence offence)
    {
        var rest = offence.Source.AsSpan(Math.Min(offence.Column - 1, offence.Source.Length));
        var length = 0;
        while (length < rest.Length && (char.IsLetterOrDigit(rest[length]) || rest[length] == '_'))
        {
            length++;
        }

        return rest[..length].ToString();
    }
}
