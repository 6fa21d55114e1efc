namespace Workbench.Scripting.Notebooks;

/// <summary>Lines that speak to the kernel instead of the compiler, as completion and the reading of a cell know them.</summary>
static class LanguageMagics
{
    /// <summary>Whether a line is meant for the kernel.</summary>
    public static bool IsOne(ReadOnlySpan<char> line) => CellMagic.IsOne(line.TrimStart());

    /// <summary>Whether a line asks for a library or another file, which is not done while somebody types.</summary>
    public static bool IsLoad(ReadOnlySpan<char> line) =>
        line.TrimStart() is var text && (text.StartsWith("#r ", StringComparison.Ordinal) || text.StartsWith("#load ", StringComparison.Ordinal) || text is "#r" or "#load");

    /// <summary>Whether what follows the line is C#; null where the line does not change that.</summary>
    public static bool? TurnsToCSharp(ReadOnlySpan<char> line)
    {
        var word = line.Trim().ToString().Split((char[]?)null, 2)[0];
        var kind = CellMagic.All.FirstOrDefault(magic => magic.Word.Equals(word, StringComparison.OrdinalIgnoreCase))?.Kind;
        return kind is <= CellPartKind.Mermaid ? kind == CellPartKind.CSharp : null;
    }
}
