using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Scripting.Notebooks;

/// <summary>What can stand behind a dot.</summary>
static class Members
{
    public static IEnumerable<Candidate> Of(CellView view)
    {
        if (Before(view) is not { } left)
        {
            return [];
        }

        var model = view.Model;
        var (symbol, type) = Meaning(model, left);
        if (symbol is null && type is null or IErrorTypeSymbol)
        {
            (symbol, type) = Anew(view, left);
        }

        return symbol switch
        {
            INamespaceSymbol space => Candidates.From(model.LookupSymbols(view.Start, space), Likeliness.Of),
            ITypeSymbol named => Candidates.From(model.LookupSymbols(view.Start, named).Where(IsOfType), member => Likeliness.Of(member, named)),
            _ when type is null or IErrorTypeSymbol => [],
            _ => OfValue(model, view.Start, view.Left.Parent is MemberBindingExpressionSyntax ? Present(type) : type),
        };
    }

    static IEnumerable<Candidate> OfValue(SemanticModel model, int at, ITypeSymbol type) => Candidates.From(
        model.LookupSymbols(at, type, includeReducedExtensionMethods: true).Where(member => !IsOfType(member)), member => Likeliness.Of(member, type));

    // What the dot stands behind. In a?.b it is the a, far to the left of the dot.
    static ExpressionSyntax? Before(CellView view) => view.Left.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        QualifiedNameSyntax name => name.Left,
        AliasQualifiedNameSyntax alias => alias.Alias,
        MemberBindingExpressionSyntax binding => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span))?.Expression,
        _ => null,
    };

    static (ISymbol? Symbol, ITypeSymbol? Type) Meaning(SemanticModel model, ExpressionSyntax left) => Both(model.GetSymbolInfo(left), model.GetTypeInfo(left));

    // "prices." above "var x = 1" is read as a type of that name: what it means as a value is asked again by itself.
    static (ISymbol? Symbol, ITypeSymbol? Type) Anew(CellView view, ExpressionSyntax left)
    {
        var alone = SyntaxFactory.ParseExpression(left.ToString(), options: (CSharpParseOptions)view.Tree.Options);
        return Both(
            view.Model.GetSpeculativeSymbolInfo(left.SpanStart, alone, SpeculativeBindingOption.BindAsExpression),
            view.Model.GetSpeculativeTypeInfo(left.SpanStart, alone, SpeculativeBindingOption.BindAsExpression));
    }

    static (ISymbol? Symbol, ITypeSymbol? Type) Both(SymbolInfo symbol, TypeInfo type)
    {
        var meant = symbol.Symbol ?? symbol.CandidateSymbols.FirstOrDefault();
        return (meant is IAliasSymbol alias ? alias.Target : meant is IErrorTypeSymbol ? null : meant, type.Type ?? TypeOf(meant));
    }

    static ITypeSymbol? TypeOf(ISymbol? symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    static bool IsOfType(ISymbol member) => member is ITypeSymbol || (member.IsStatic && member is not IMethodSymbol { MethodKind: MethodKind.ReducedExtension });

    static ITypeSymbol Present(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
