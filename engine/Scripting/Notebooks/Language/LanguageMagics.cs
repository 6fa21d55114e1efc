namespace Workbench.Scripting.Notebooks;

/// <summary>Lines that speak to the kernel instead of the compiler, as completion and the reading of a cell know them.</summary>
static class LanguageMagics
{
    /// <summary>Every magic's word with what it does.</summary>
    public static IReadOnlyList<(string Word, string Summary)> All { get; } =
    [
        ("#!csharp", "what follows is C#"),
        ("#!markdown", "what follows is shown as Markdown"),
        ("#!html", "what follows is shown as HTML"),
        ("#!javascript", "what follows is run by the page"),
        ("#!mermaid", "what follows is drawn as a diagram"),
        ("#!time", "says how long the cell took"),
        ("#!strategy", "marks the cell as a strategy"),
        ("#!import", "runs a file in this session"),
        ("#!who", "names the variables of the session"),
        ("#!whos", "shows the variables of the session"),
        ("#!help", "shows all magics"),
    ];

    static readonly string[] CSharp = ["csharp", "c#"];
    static readonly string[] Others = ["markdown", "md", "html", "javascript", "js", "mermaid"];

    /// <summary>Whether a line is meant for the kernel.</summary>
    public static bool IsOne(ReadOnlySpan<char> line) => line.TrimStart().StartsWith("#!", StringComparison.Ordinal);

    /// <summary>Whether a line asks for a library or another file, which is not done while somebody types.</summary>
    public static bool IsLoad(ReadOnlySpan<char> line) =>
        line.TrimStart() is var text && (text.StartsWith("#r ", StringComparison.Ordinal) || text.StartsWith("#load ", StringComparison.Ordinal) || text is "#r" or "#load");

    /// <summary>Whether what follows the line is C#; null where the line does not change that.</summary>
    public static bool? TurnsToCSharp(ReadOnlySpan<char> line)
    {
        var word = line.TrimStart()[2..].ToString().Split((char[]?)null, 2)[0];
        return CSharp.Contains(word, StringComparer.OrdinalIgnoreCase) ? true : Others.Contains(word, StringComparer.OrdinalIgnoreCase) ? false : null;
    }
}
