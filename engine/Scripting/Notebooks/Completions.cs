namespace Workbench.Scripting.Notebooks;

/// <summary>The words that would fit at a place in a cell.</summary>
/// <param name="Start">Where the text that a word would take the place of begins, in UTF-16 units from the cell's start.</param>
/// <param name="End">Where that text ends.</param>
/// <param name="Items">The words, the likeliest first; at most a few hundred.</param>
public sealed record Completions(int Start, int End, IReadOnlyList<CompletionItem> Items);
