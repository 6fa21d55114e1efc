namespace Workbench.Scripting.Notebooks;

/// <summary>The compiler refuses a cell.</summary>
/// <param name="offences">Why, in the order of the text; at least one.</param>
sealed class CellNotCompiled(IReadOnlyList<ScriptOffence> offences) : Exception(offences[0].Message)
{
    public IReadOnlyList<ScriptOffence> Offences => offences;
}
