namespace Workbench.Scripting.Notebooks;

/// <summary>Everything that can be wrong with what a notebook asks of its kernel, each with its code.</summary>
static class NotebookErrors
{
    public static WorkbenchException UnknownMagic(string word, string? nearest) => new(
        "WB3040", ExitCode.Compile, $"There is no magic {word}{(nearest is null ? "." : $"; {nearest} is near.")}", nearest ?? "#!help, which lists them all");

    public static WorkbenchException OtherLanguage(string language) => new(
        "WB3041", ExitCode.Compile, $"A cell in {language} cannot be run: this kernel speaks C#, and shows Markdown, HTML, JavaScript and Mermaid.",
        "#!csharp at the start of the cell, and its text in C#");

    public static WorkbenchException NothingToShare(string word) => new(
        "WB3042", ExitCode.Compile, $"{word} passes values from one language to another, and all cells here are C#: they see each other's variables as they are.",
        "the variable's name alone in a cell");

    public static WorkbenchException NoKeyboard(Exception? cause = null) => new(
        "WB3043", ExitCode.StrategyFailed, "The cell asks for input, and a notebook has no keyboard.",
        "put the value into a cell, or run the notebook with --set name=value", cause);

    public static WorkbenchException NothingToImport(string path) => new(
        "WB3044", ExitCode.NotFound, $"#!import finds no file {path}. A relative path starts at the notebook's folder.", "#!import ../lib/tools.csx");

    public static WorkbenchException NotImportable(string path) => new(
        "WB3045", ExitCode.Compile, $"#!import runs .csx, .ipynb and .dib files, and {path} is none of them.", "#r \"x.dll\" for a library, #!import x.csx for a text");

    public static WorkbenchException ImportsItself(string path) => new(
        "WB3046", ExitCode.Compile, $"{path} imports itself, or imports go deeper than anybody wants.", "put what both need into a file of its own");
}
