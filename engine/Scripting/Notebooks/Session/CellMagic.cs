namespace Workbench.Scripting.Notebooks;

/// <summary>A line that begins with <c>#!</c> and speaks to the kernel instead of the compiler.</summary>
/// <param name="Word">How it is written.</param>
/// <param name="Kind">What it means.</param>
/// <param name="Summary">What it does, in a line.</param>
sealed record CellMagic(string Word, CellPartKind Kind, string Summary)
{
    /// <summary>All there are, in the order of help.</summary>
    public static IReadOnlyList<CellMagic> All { get; } =
    [
        new("#!csharp", CellPartKind.CSharp, "what follows is C#, as without any magic"),
        new("#!c#", CellPartKind.CSharp, "the same"),
        new("#!markdown", CellPartKind.Markdown, "what follows is shown as Markdown"),
        new("#!md", CellPartKind.Markdown, "the same"),
        new("#!html", CellPartKind.Html, "what follows is shown as HTML"),
        new("#!javascript", CellPartKind.JavaScript, "what follows is run by the page that shows the notebook"),
        new("#!js", CellPartKind.JavaScript, "the same"),
        new("#!mermaid", CellPartKind.Mermaid, "what follows is drawn as a diagram, where the page can draw one"),
        new("#!time", CellPartKind.Time, "says how long the cell took to compile and to run"),
        new("#!strategy", CellPartKind.Strategy, "marks the cell as the strategy that notebook export writes into a script"),
        new("#!import", CellPartKind.Import, "runs the C# of a .csx, .ipynb or .dib file in this session: #!import tools.csx"),
        new("#!who", CellPartKind.Who, "names the variables of the session"),
        new("#!whos", CellPartKind.Whos, "shows the variables of the session with their types and values"),
        new("#!help", CellPartKind.Help, "shows this list"),
    ];

    // Polyglot's words for what a kernel of one language does not do. A notebook that used them shall be told so, not that they are misspelt.
    static readonly string[] Sharing = ["#!value", "#!share", "#!set", "#!connect"];
    static readonly string[] Languages = ["fsharp", "f#", "pwsh", "powershell", "python", "py", "sql", "kql", "r", "http", "vscode"];

    /// <summary>Whether it says what language follows.</summary>
    public bool IsLanguage => Kind <= CellPartKind.Mermaid;

    /// <summary>Whether a line is meant for the kernel.</summary>
    public static bool IsOne(ReadOnlySpan<char> line) => line.Length > 2 && line.StartsWith("#!", StringComparison.Ordinal) && char.IsAsciiLetter(line[2]);

    /// <summary>The magic that a line names.</summary>
    /// <exception cref="WorkbenchException">WB3040–WB3042: there is none of that name here.</exception>
    public static CellMagic Of(string line)
    {
        var word = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries)[0];
        return All.FirstOrDefault(magic => magic.Word.Equals(word, StringComparison.OrdinalIgnoreCase)) ?? throw Refusal(word);
    }

    /// <summary>What a cell of that language is.</summary>
    /// <exception cref="WorkbenchException">WB3041: none that runs here.</exception>
    public static CellPartKind KindOf(string language) =>
        All.FirstOrDefault(magic => magic.IsLanguage && magic.Word.AsSpan(2).Equals(language, StringComparison.OrdinalIgnoreCase))?.Kind
        ?? throw NotebookErrors.OtherLanguage(language);

    static WorkbenchException Refusal(string word)
    {
        if (Sharing.Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            return NotebookErrors.NothingToShare(word);
        }

        return Languages.Contains(word[2..], StringComparer.OrdinalIgnoreCase)
            ? NotebookErrors.OtherLanguage(word[2..])
            : NotebookErrors.UnknownMagic(word, Closest.To(word, All.Select(magic => magic.Word)));
    }
}
