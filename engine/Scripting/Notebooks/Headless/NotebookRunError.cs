namespace Workbench.Scripting.Notebooks;

/// <summary>A cell that did not come to its end.</summary>
/// <param name="Cell">Its place among all cells of the file, from 1.</param>
/// <param name="Line">Line in the cell, from 1; 0 where none is to blame.</param>
/// <param name="Name">Kind of error, such as <c>CS0103</c>, <c>DivideByZeroException</c> or <c>TimeOut</c>.</param>
/// <param name="Message">What happened, for a person.</param>
public sealed record NotebookRunError(int Cell, int Line, string Name, string Message);
