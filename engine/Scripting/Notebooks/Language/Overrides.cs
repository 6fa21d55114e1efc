using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Scripting.Notebooks;

/// <summary>What a class can still override, with all that stands behind the word <c>override</c>.</summary>
static class Overrides
{
    static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeParamsRefOut);

    public static IEnumerable<Candidate> Of(CellView view)
    {
        var declaration = view.Left.Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (declaration is null || view.Model.GetDeclaredSymbol(declaration) is not INamedTypeSymbol type)
        {
            return [];
        }

        var done = type.GetMembers().Where(member => member.IsOverride).Select(member => member.ToDisplayString(Format)).ToHashSet(StringComparer.Ordinal);
        return Bases(type).SelectMany(each => each.GetMembers().Where(CanOverride).Select(member => Written(view, member, each)))
            .Where(candidate => !done.Contains(candidate.Text)).DistinctBy(candidate => candidate.Text);
    }

    static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            yield return at;
        }
    }

    static bool CanOverride(ISymbol member) => (member.IsVirtual || member.IsAbstract || member.IsOverride) && !member.IsSealed
        && member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && member is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol { IsIndexer: false };

    static Candidate Written(CellView view, ISymbol member, INamedTypeSymbol of)
    {
        var weight = of.SpecialType == SpecialType.System_Object ? Likeliness.Everything : member.IsAbstract ? Likeliness.Asked : Likeliness.Member;
        return new Candidate(member.ToMinimalDisplayString(view.Model, view.Start, Format), member.Name, SymbolText.Kind(member), weight, member);
    }
}
