namespace Workbench.Scripting.Notebooks;

/// <summary>What the compiler has to say of a place in a cell that was not run.</summary>
/// <param name="Code">Its code, such as <c>CS1002</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="IsError">Whether it keeps the cell from running.</param>
/// <param name="Line">Line in the cell, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="EndLine">Line where the place ends.</param>
/// <param name="EndColumn">Column where it ends.</param>
public sealed record CellDiagnostic(string Code, string Message, bool IsError, int Line, int Column, int EndLine, int EndColumn);
