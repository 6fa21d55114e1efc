using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// The words that fit at a place. Found by hand in the semantic model: Roslyn's own completion wants a workspace, more libraries to load
/// and a package more.
/// </summary>
static class Candidates
{
    public static IEnumerable<Candidate> Of(CellView view)
    {
        if (view.IsLiteral || IsNewName(view))
        {
            return [];
        }

        return view.Left.Kind() switch
        {
            SyntaxKind.DotToken or SyntaxKind.MinusGreaterThanToken or SyntaxKind.ColonColonToken => Members.Of(view),
            SyntaxKind.OverrideKeyword => Overrides.Of(view),
            _ => Initializers.Of(view) ?? Anything(view),
        };
    }

    /// <summary>The symbols that can be written, each name once, with how many more there are of it.</summary>
    public static IEnumerable<Candidate> From(IEnumerable<ISymbol> symbols, Func<ISymbol, int> weight) =>
        from symbol in symbols
        where symbol.CanBeReferencedByName && !IsHidden(symbol)
        group symbol by symbol.Name into named
        let first = named.First()
        select new Candidate(Written(first), first.Name, SymbolText.Kind(first), weight(first), first, named.Count() > 1 ? $" (+ {named.Count() - 1})" : "");

    static IEnumerable<Candidate> Anything(CellView view)
    {
        var names = From(view.Model.LookupSymbols(view.Start).Where(symbol => !IsTypesOnly(view) || symbol is INamespaceOrTypeSymbol), Likeliness.Of);
        return [.. Asked.Of(view), .. names, .. Keywords.All];
    }

    // Behind a type on the same line a new name is made up, and no old one fits.
    static bool IsNewName(CellView view) => view.Start < view.End && view.Root.FindToken(view.Start) is var token && token.IsKind(SyntaxKind.IdentifierToken) && token.Parent switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } declarator => declarator.Identifier == token && IsOnOneLine(view, declaration.Type),
        ParameterSyntax { Type: not null } parameter => parameter.Identifier == token,
        BaseTypeDeclarationSyntax type => type.Identifier == token,
        MethodDeclarationSyntax method => method.Identifier == token && IsOnOneLine(view, method.ReturnType) && !view.Left.IsKind(SyntaxKind.OverrideKeyword),
        PropertyDeclarationSyntax property => property.Identifier == token && IsOnOneLine(view, property.Type),
        ForEachStatementSyntax loop => loop.Identifier == token,
        SingleVariableDesignationSyntax => true,
        _ => false,
    };

    static bool IsOnOneLine(CellView view, TypeSyntax type) =>
        type.Span.Length > 0 && !type.IsMissing && view.Code.AsSpan(type.Span.End, Math.Max(0, view.Start - type.Span.End)).IndexOfAny('\n', '\r') < 0;

    static bool IsTypesOnly(CellView view) => view.Left.Kind() is SyntaxKind.NewKeyword or SyntaxKind.UsingKeyword or SyntaxKind.AsKeyword
        || (view.Left.IsKind(SyntaxKind.OpenParenToken) && view.Left.Parent is TypeOfExpressionSyntax or DefaultExpressionSyntax)
        || (view.Left.Kind() is SyntaxKind.ColonToken or SyntaxKind.CommaToken && view.Left.Parent is BaseListSyntax);

    static string Written(ISymbol symbol) =>
        SyntaxFacts.GetKeywordKind(symbol.Name) != SyntaxKind.None ? "@" + symbol.Name : symbol.Name;

    // What a library hides from completion, it hides from this one.
    static bool IsHidden(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "EditorBrowsableAttribute" && attribute.ConstructorArguments is [{ Value: 1 }]);
}
