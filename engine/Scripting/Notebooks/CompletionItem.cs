namespace Workbench.Scripting.Notebooks;

/// <summary>One word that would fit.</summary>
/// <param name="Text">The word.</param>
/// <param name="Kind">What it is: <c>method</c>, <c>property</c>, <c>class</c>, <c>keyword</c>, <c>magic</c>, …</param>
/// <param name="Signature">Its declaration in a line; empty where it has none.</param>
public sealed record CompletionItem(string Text, string Kind, string Signature);
