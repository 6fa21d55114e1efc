using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Scripting.Notebooks;

/// <summary>What can be set between the braces of <c>new X { }</c> and <c>x with { }</c>.</summary>
static class Initializers
{
    /// <summary>The properties and fields that are not set yet; null where the place is not between such braces.</summary>
    public static IEnumerable<Candidate>? Of(CellView view)
    {
        if (view.Left.Kind() is not (SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken) || view.Left.Parent is not InitializerExpressionSyntax braces)
        {
            return null;
        }

        var type = braces.Parent switch
        {
            BaseObjectCreationExpressionSyntax creation => view.Model.GetTypeInfo(creation) is var made ? made.Type ?? made.ConvertedType : null,
            WithExpressionSyntax with => view.Model.GetTypeInfo(with.Expression).Type,
            _ => null,
        };

        // Between the braces of a collection stand elements, and those can be anything.
        if (type is null or IErrorTypeSymbol || (braces.Parent is not WithExpressionSyntax && type.AllInterfaces.Any(each => each.SpecialType == SpecialType.System_Collections_IEnumerable)))
        {
            return null;
        }

        var set = braces.Expressions.OfType<AssignmentExpressionSyntax>().Select(assignment => assignment.Left.ToString()).ToHashSet(StringComparer.Ordinal);
        var open = view.Model.LookupSymbols(view.Start, type).Where(member => IsSettable(member) && !set.Contains(member.Name));
        return Candidates.From(open, member => Likeliness.Of(member, type) + (IsRequired(member) ? -Likeliness.Member : 0));
    }

    static bool IsSettable(ISymbol member) => !member.IsStatic && member is IPropertySymbol { IsIndexer: false, SetMethod: not null } or IFieldSymbol { IsReadOnly: false, IsConst: false };

    static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };
}
