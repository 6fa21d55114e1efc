using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbench.Scripting.Tests;

/// <summary>What the engine's own code may not touch (engine/BannedSymbols.txt), no script may touch either.</summary>
public sealed class BannedListTests
{
    static readonly Lazy<CSharpCompilation> Framework = new(() => CSharpCompilation.Create("seen", references: ReferenceSet.All));

    public static TheoryData<string> Ids()
    {
        var lines = File.ReadAllLines(Repository.Path("engine/BannedSymbols.txt"), Encoding.UTF8);
        return [.. lines.Where(line => line.Contains(';', StringComparison.Ordinal) && !line.StartsWith("//", StringComparison.Ordinal)).Select(line => line[..line.IndexOf(';', StringComparison.Ordinal)])];
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_is_banned_in_the_engine_is_refused_in_scripts(string id)
    {
        var symbol = DocumentationCommentId.GetFirstSymbolForDeclarationId(id, Framework.Value);
        switch (symbol)
        {
            case INamespaceSymbol space:
                Assert.All(space.GetTypeMembers().Where(type => type.DeclaredAccessibility == Accessibility.Public), type => Assert.False(IsAllowed(type), type.ToString()));
                break;
            case INamedTypeSymbol type:
                Assert.False(IsAllowed(type));
                break;
            default:
                // The two hash collections may be asked and filled; RefusedTests holds that they are not enumerated.
                Assert.True(symbol!.ContainingType.Name is "Dictionary" or "HashSet" || symbol.Name == "GetHashCode" || !IsAllowed(symbol), id);
                break;
        }
    }

    static bool IsAllowed(INamedTypeSymbol type) => Allowed.Type(type.ContainingNamespace.ToDisplayString(), SymbolRules.NameOf(type));

    static bool IsAllowed(ISymbol member) =>
        Allowed.Member(member.ContainingNamespace.ToDisplayString(), SymbolRules.NameOf(member.ContainingType), member.Name);
}
