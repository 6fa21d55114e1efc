using Microsoft.CodeAnalysis;

namespace Workbench.Scripting.Notebooks;

/// <summary>A word that would fit.</summary>
/// <param name="Text">What would be written.</param>
/// <param name="Name">What is compared with what was typed.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Weight">How likely it is meant, of all that match alike; the smaller, the likelier.</param>
/// <param name="Symbol">What it stands for; null where the compiler knows no such thing.</param>
/// <param name="Signature">Its declaration, where no symbol tells it.</param>
sealed record Candidate(string Text, string Name, string Kind, int Weight, ISymbol? Symbol = null, string Signature = "");
