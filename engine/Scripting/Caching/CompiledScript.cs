namespace Workbench.Scripting;

/// <summary>What the compiler makes of a script that may run, and what the cache keeps.</summary>
/// <param name="Assembly">The compiled assembly.</param>
/// <param name="Symbols">Its portable PDB: which instruction belongs to which line.</param>
/// <param name="Strategies">Full names of the strategy classes; those of the script's own file only, where it has any.</param>
/// <param name="Warnings">What compiler and gate remark without refusing.</param>
sealed record CompiledScript(byte[] Assembly, byte[] Symbols, IReadOnlyList<string> Strategies, IReadOnlyList<string> Warnings);
