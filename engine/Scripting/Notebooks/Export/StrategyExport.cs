using System.Text;

namespace Workbench.Scripting.Notebooks;

/// <summary>A notebook's strategy as a script of its own: the first step of promotion.</summary>
/// <param name="Cell">The cell that it came from.</param>
/// <param name="Check">What the compiler and the determinism gate say of it: hash, class, parameters, warnings.</param>
public sealed record StrategyExport(StrategyCell Cell, ScriptCheck Check)
{
    /// <summary>Finds the strategy, checks that it stands alone and passes the gate, and only then writes it: whole or not at all.</summary>
    /// <param name="host">Compiles it.</param>
    /// <param name="notebook">The notebook; it need not have been run.</param>
    /// <param name="path">The .csx file to write.</param>
    /// <param name="strategy">Name of the strategy class; null for the only one.</param>
    /// <param name="overwrites">Whether another text in that file may go. The same text may always be there.</param>
    /// <exception cref="WorkbenchException">WB3081 the name is no script's, WB3089 the file holds another text, WB3090–WB3094 the notebook has no strategy that stands alone, WB3001 and WB3002 as for any script.</exception>
    public static StrategyExport Write(ScriptHost host, Notebook notebook, string path, string? strategy, bool overwrites)
    {
        if (Path.GetExtension(path) != ".csx")
        {
            throw NotebookFileErrors.NoScriptName(path);
        }

        var cell = StrategyCell.Find(notebook, strategy);
        var lean = LeanCheck.Of(host, path, notebook, cell, strategy);
        if (lean.Refusal is { } refusal)
        {
            throw refusal;
        }

        var bytes = Encoding.UTF8.GetBytes(cell.Text);
        if (!overwrites && File.Exists(path) && !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
        {
            throw NotebookFileErrors.AlreadyThere(path);
        }

        NotebookFile.Place(path, bytes);
        return new StrategyExport(cell, lean.Check);
    }
}
