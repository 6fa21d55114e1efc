namespace Workbench.Scripting.Notebooks;

/// <summary>Text that declared something: a cell as it was run last, or a file that it loaded.</summary>
/// <param name="Count">Number of the cell's run in this kernel's life.</param>
/// <param name="CellId">The cell's id; null where it has none.</param>
/// <param name="Code">The C# of the cell without its magics, line for line; or the file's text.</param>
/// <param name="File">Path of the loaded file; null for a cell's own text.</param>
public sealed record CellSource(int Count, string? CellId, string Code, string? File);
