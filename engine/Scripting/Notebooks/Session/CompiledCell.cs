using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Scripting.Notebooks;

/// <summary>A cell's C# as the compiler left it.</summary>
/// <param name="Compilation">What later cells are compiled against.</param>
/// <param name="Declarations">What it declares.</param>
/// <param name="Assembly">Its code; empty where it consists of directives alone.</param>
/// <param name="Symbols">The lines of its code.</param>
/// <param name="Against">The session that it sees.</param>
sealed record CompiledCell(CSharpCompilation Compilation, IReadOnlyList<CellDeclaration> Declarations, byte[] Assembly, byte[] Symbols, CellState Against)
{
    /// <summary>Whether later cells can see anything of it. What leaves nothing behind is not kept.</summary>
    public bool LeavesSomething => Declarations.Count > 0 || Compilation.SyntaxTrees.Any(tree => tree.GetCompilationUnitRoot() is { } text &&
        (text.Usings.Count > 0 || text.Externs.Count > 0));
}
