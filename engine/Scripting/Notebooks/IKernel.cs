namespace Workbench.Scripting.Notebooks;

/// <summary>
/// What runs cells, one after the other, and remembers what they declared. The Jupyter door, the headless runner and the served page all speak to
/// this; behind it the session lives in a process of its own (<c>KernelProcess</c>), because a cell that loops cannot be stopped from within.
/// Places in a cell are UTF-16 units from its start.
/// </summary>
public interface IKernel : IAsyncDisposable
{
    /// <summary>Runs a cell; a second call waits for the first. Never throws for what the cell does.</summary>
    /// <param name="request">The cell.</param>
    /// <param name="output">Where its output goes.</param>
    /// <param name="interrupt">Tells it to stop: first by asking, then by ending the process.</param>
    Task<CellResult> Execute(CellRequest request, ICellOutput output, CancellationToken interrupt);

    /// <summary>Words that fit at a place.</summary>
    Task<Completions> Complete(string code, int position);

    /// <summary>What stands at a place: declaration, documentation, and the value where it is a variable; null where nothing stands there.</summary>
    Task<MimeBundle?> Inspect(string code, int position);

    /// <summary>How to call what is being called at a place; null where nothing is.</summary>
    Task<SignatureHelp?> Signatures(string code, int position);

    /// <summary>What the compiler says of a cell, without running it.</summary>
    Task<IReadOnlyList<CellDiagnostic>> Diagnose(string code);

    /// <summary>Whether a text is a whole cell, or waits for more lines.</summary>
    Task<bool> IsComplete(string code);

    /// <summary>Forgets all variables and begins anew.</summary>
    Task Restart();
}
