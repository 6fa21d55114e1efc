namespace Workbench.Scripting.Notebooks;

/// <summary>What a part of a cell is. Those up to <see cref="Mermaid"/> are languages, which hold until the next; the others are single lines.</summary>
enum CellPartKind
{
    CSharp,
    Markdown,
    Html,
    JavaScript,
    Mermaid,
    Time,
    Strategy,
    Import,
    Who,
    Whos,
    Help,
}
