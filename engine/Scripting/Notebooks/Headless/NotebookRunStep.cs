namespace Workbench.Scripting.Notebooks;

/// <summary>A cell that begins or ends in the run of a notebook.</summary>
/// <param name="Cell">Its place among all cells of the file, from 1.</param>
/// <param name="Of">How many cells the file has.</param>
/// <param name="FirstLine">Its first line that says something.</param>
/// <param name="Status">How it ended; null when it begins.</param>
/// <param name="Seconds">How long it took; 0 when it begins.</param>
public sealed record NotebookRunStep(int Cell, int Of, string FirstLine, CellStatus? Status, double Seconds);
