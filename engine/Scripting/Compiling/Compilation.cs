namespace Workbench.Scripting;

/// <summary>What came of compiling: the script, or what stands against it.</summary>
/// <param name="Script">The compiled script; null when there are offences.</param>
/// <param name="Offences">All of them, in the order of the text.</param>
/// <param name="Warnings">Remarks that refuse nothing.</param>
sealed record Compilation(CompiledScript? Script, IReadOnlyList<ScriptOffence> Offences, IReadOnlyList<string> Warnings);
