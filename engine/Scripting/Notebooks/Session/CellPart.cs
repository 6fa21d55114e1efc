namespace Workbench.Scripting.Notebooks;

/// <summary>One of the pieces that magics cut a cell into.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">The line of the cell that it begins at, from 1.</param>
/// <param name="Text">
/// Its text. That of C# begins at the cell's first line, all lines that are not its own being empty, so that the compiler counts as the author
/// does; that of a single line is what stands behind the magic.
/// </param>
sealed record CellPart(CellPartKind Kind, int Line, string Text)
{
    /// <summary>Cuts a cell.</summary>
    /// <exception cref="CellRefusal">A line names no magic of ours.</exception>
    public static IReadOnlyList<CellPart> Split(string code, string language)
    {
        var lines = code.ReplaceLineEndings("\n").Split('\n');
        var parts = new List<CellPart>();
        var (kind, from) = (CellMagic.KindOf(language), 0);
        for (var at = 0; at < lines.Length; at++)
        {
            if (!CellMagic.IsOne(lines[at]))
            {
                continue;
            }

            var magic = Read(lines[at], at + 1);
            if (magic.Kind is not (CellPartKind.Time or CellPartKind.Strategy))
            {
                Add(parts, kind, lines, from, at);
                from = at + 1;
            }

            kind = magic.IsLanguage ? magic.Kind : kind;
            if (!magic.IsLanguage)
            {
                parts.Add(new CellPart(magic.Kind, at + 1, lines[at].Trim()[magic.Word.Length..].Trim()));
            }
        }

        Add(parts, kind, lines, from, lines.Length);
        return parts;
    }

    static CellMagic Read(string line, int number)
    {
        try
        {
            return CellMagic.Of(line);
        }
        catch (WorkbenchException why)
        {
            throw new CellRefusal(number, why);
        }
    }

    static void Add(List<CellPart> parts, CellPartKind kind, string[] lines, int from, int to)
    {
        var own = lines[from..to].Select(line => CellMagic.IsOne(line) ? "" : line);
        if (!own.All(string.IsNullOrWhiteSpace))
        {
            parts.Add(new CellPart(kind, from + 1, kind == CellPartKind.CSharp ? new string('\n', from) + string.Join('\n', own) : string.Join('\n', own).Trim()));
        }
    }
}
