using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Workbench.Scripting.Notebooks;

/// <summary>All that a session knows at a moment. Immutable, so that a cell that fails leaves the one before it behind.</summary>
/// <param name="Last">The last cell that declared something; null at the start.</param>
/// <param name="Brought">Libraries that <c>#r</c> brought.</param>
sealed record CellState(Submission? Last, ImmutableArray<MetadataReference> Brought)
{
    public static CellState Empty { get; } = new(null, []);
}
