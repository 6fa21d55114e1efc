using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Scripting.Notebooks;

/// <summary>What a place asks for by itself: names of arguments, and the values of the enum that is expected.</summary>
static class Asked
{
    public static IEnumerable<Candidate> Of(CellView view)
    {
        var call = CallSite.At(view);
        var isArgument = call is not null && view.Left.Kind() is SyntaxKind.OpenParenToken or SyntaxKind.CommaToken && view.Left.Parent == call.Arguments;
        var wanted = isArgument ? call!.Methods.Select(method => call.ParameterOf(method)?.Type) : [Expected(view)];
        var names = isArgument ? call!.Methods.SelectMany(method => method.Parameters) : [];
        return names.Select(Named).Concat(wanted.OfType<ITypeSymbol>().SelectMany(type => Values(view, type)));
    }

    static Candidate Named(IParameterSymbol parameter) =>
        new(parameter.Name + ":", parameter.Name, "argument", Likeliness.Asked + 1, parameter);

    static IEnumerable<Candidate> Values(CellView view, ITypeSymbol type)
    {
        var bare = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        if (bare.TypeKind != TypeKind.Enum)
        {
            return [];
        }

        var name = bare.ToMinimalDisplayString(view.Model, view.Start);
        return bare.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue)
            .Select(field => new Candidate(name + "." + field.Name, field.Name, "enum member", Likeliness.Asked, field));
    }

    static ITypeSymbol? Expected(CellView view) => (view.Left.Kind(), view.Left.Parent) switch
    {
        (SyntaxKind.EqualsEqualsToken or SyntaxKind.ExclamationEqualsToken, BinaryExpressionSyntax comparison) => TypeOf(view, comparison.Left),
        (SyntaxKind.EqualsToken, AssignmentExpressionSyntax assignment) => TypeOf(view, assignment.Left),
        (SyntaxKind.EqualsToken, EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax declaration }) => TypeOf(view, declaration.Type),
        (SyntaxKind.IsKeyword, IsPatternExpressionSyntax pattern) => TypeOf(view, pattern.Expression),
        (SyntaxKind.IsKeyword, BinaryExpressionSyntax pattern) => TypeOf(view, pattern.Left),
        (SyntaxKind.CaseKeyword, _) => view.Left.Parent?.FirstAncestorOrSelf<SwitchStatementSyntax>() is { } choice ? TypeOf(view, choice.Expression) : null,
        (SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken, SwitchExpressionSyntax choice) => TypeOf(view, choice.GoverningExpression),
        _ => null,
    };

    static ITypeSymbol? TypeOf(CellView view, ExpressionSyntax expression) => view.Model.GetTypeInfo(expression).Type;
}
