using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Architecture.Tests;

/// <summary>Finds walks through hash collections: what the banned calls cannot express, since a foreach names no method.</summary>
static class HashOrder
{
    static readonly string[] Hashed =
    [
        "Dictionary", "HashSet", "IDictionary", "IReadOnlyDictionary", "ISet", "IReadOnlySet", "FrozenDictionary", "FrozenSet",
        "ImmutableDictionary", "ImmutableHashSet", "IImmutableDictionary", "IImmutableSet", "ConcurrentDictionary", "ILookup", "Lookup",
    ];

    /// <summary>Place and text of each walk.</summary>
    public static IEnumerable<string> Walks(Compilation compilation) =>
        from tree in compilation.SyntaxTrees
        let model = compilation.GetSemanticModel(tree)
        from expression in tree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>()
        where IsHashed(model.GetTypeInfo(expression).Type) && IsWalked(expression, model)
        select $"{tree.FilePath}:{tree.GetLineSpan(expression.Span).StartLinePosition.Line + 1} {expression.Parent}";

    static bool IsWalked(ExpressionSyntax expression, SemanticModel model) => expression.Parent switch
    {
        ForEachStatementSyntax or ForEachVariableStatementSyntax or SpreadElementSyntax => true,
        MemberAccessExpressionSyntax access when access.Expression == expression => IsExtension(model.GetSymbolInfo(access).Symbol),
        _ => IsSequence(model.GetTypeInfo(expression).ConvertedType),
    };

    static bool IsExtension(ISymbol? symbol) => symbol is IMethodSymbol { IsExtensionMethod: true, ContainingNamespace.Name: "Linq" };

    static bool IsHashed(ITypeSymbol? type) => type is INamedTypeSymbol { ContainingNamespace: var space }
        && Hashed.Contains(type.Name) && space.ToDisplayString().StartsWith("System", StringComparison.Ordinal);

    // A dictionary handed on as a mere sequence will be walked by whoever takes it.
    static bool IsSequence(ITypeSymbol? type) => type?.Name is "IEnumerable" or "ICollection" or "IReadOnlyCollection";
}
