using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Scripting.Notebooks;

/// <summary>What stands at a place.</summary>
static class Inspection
{
    /// <summary>The symbol that is named there; null where none is.</summary>
    public static ISymbol? SymbolAt(CellView view)
    {
        var token = Touched(view);
        if (token.Parent is not { } node || !IsName(token))
        {
            return null;
        }

        var named = view.Model.GetSymbolInfo(node);
        var symbol = view.Model.GetDeclaredSymbol(node) ?? named.Symbol ?? named.CandidateSymbols.FirstOrDefault() ?? view.Model.GetTypeInfo(node).Type;
        return symbol is IErrorTypeSymbol ? null : symbol is IAliasSymbol alias ? alias.Target : symbol;
    }

    /// <summary>Its declaration and what is written about it.</summary>
    public static MimeBundle Show(ISymbol symbol, CellView view)
    {
        var declaration = SymbolText.Declaration(symbol);
        var summary = Documentation.Of(symbol, view.Model.Compilation);
        return MimeBundle.Of(
            (MimeBundle.PlainText, summary.Length == 0 ? declaration : declaration + "\n\n" + summary),
            (MimeBundle.MarkdownText, $"```csharp\n{declaration}\n```" + (summary.Length == 0 ? "" : "\n\n" + summary)));
    }

    // The word that the place is in, or the one that ends there.
    static SyntaxToken Touched(CellView view)
    {
        var token = view.Root.FindToken(view.Start);
        return token.Span.Contains(view.Start) ? token : view.Left;
    }

    static bool IsName(SyntaxToken token) => token.Kind() is SyntaxKind.IdentifierToken or SyntaxKind.ThisKeyword or SyntaxKind.BaseKeyword || token.Parent is PredefinedTypeSyntax;
}
