namespace Workbench.Scripting.Notebooks;

/// <summary>Why a cell failed.</summary>
/// <param name="Name">Kind of error: an exception's type, or the code of a compiler's or workbench's error (<c>CS0103</c>, <c>WB3001</c>).</param>
/// <param name="Message">What happened, for a person.</param>
/// <param name="Line">Line in the cell, from 1; 0 where none is to blame.</param>
/// <param name="Column">Column in that line, from 1; 0 where none is to blame.</param>
/// <param name="Trace">The whole story, line by line, the cell's own lines named; never a frame of the kernel itself.</param>
public sealed record CellError(string Name, string Message, int Line, int Column, IReadOnlyList<string> Trace);
