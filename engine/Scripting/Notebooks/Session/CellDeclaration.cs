using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbench.Scripting.Notebooks;

/// <summary>A variable, method or type that a cell leaves to those after it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MetadataName">Its name as the runtime has it, which tells generic types apart.</param>
/// <param name="Document">The text it stands in, as the compiler calls it.</param>
/// <param name="Kind">What it is.</param>
sealed record CellDeclaration(string Name, string MetadataName, string Document, SymbolKind Kind)
{
    /// <summary>All of a cell, in the order of its text.</summary>
    public static IReadOnlyList<CellDeclaration> Of(CSharpCompilation compilation) =>
    [
        .. from member in compilation.ScriptClass!.GetMembers()
           where member.CanBeReferencedByName && !member.IsImplicitlyDeclared
           let place = member.Locations[0]
           let tree = place.SourceTree
           where tree is not null
           orderby compilation.SyntaxTrees.IndexOf(tree), place.SourceSpan.Start
           select new CellDeclaration(member.Name, member.MetadataName, tree.FilePath, member.Kind),
    ];
}
