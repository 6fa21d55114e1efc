namespace Workbench.Scripting.Notebooks;

/// <summary>What running a notebook came to.</summary>
/// <param name="Notebook">The notebook with its new outputs. Cells that were not reached have none.</param>
/// <param name="End">How it ended: by the first error.</param>
/// <param name="Cells">How many cells ran.</param>
/// <param name="Errors">The cells that failed, in order.</param>
/// <param name="Seconds">How long it took, by the wall clock.</param>
public sealed record NotebookRun(Notebook Notebook, NotebookRunEnd End, int Cells, IReadOnlyList<NotebookRunError> Errors, double Seconds);
