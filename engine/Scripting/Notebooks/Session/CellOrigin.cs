namespace Workbench.Scripting.Notebooks;

/// <summary>Where a text that is run in a session stands.</summary>
/// <param name="Path">The file whose folder its relative paths start at.</param>
/// <param name="Name">What messages call it.</param>
/// <param name="Count">Number of the cell's run.</param>
/// <param name="CellId">The cell's id; null where it has none.</param>
/// <param name="File">The imported file that it is the text of; null for a cell's own text.</param>
sealed record CellOrigin(string Path, string Name, int Count, string? CellId, string? File)
{
    public CellSource Source(string code, string? file) => new(Count, CellId, code, file);
}
