using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Scripting.Notebooks;

/// <summary>What is being called at a place, and with what.</summary>
sealed class CallSite
{
    readonly SemanticModel model;
    readonly IMethodSymbol? bound;

    CallSite(CellView view, BaseArgumentListSyntax arguments)
    {
        model = view.Model;
        Arguments = arguments;
        Index = arguments.Arguments.GetSeparators().Count(comma => comma.Span.End <= view.Position);
        Methods = Called();
        bound = model.GetSymbolInfo(arguments.Parent!).Symbol as IMethodSymbol;
    }

    /// <summary>The arguments, with their brackets.</summary>
    public BaseArgumentListSyntax Arguments { get; }

    /// <summary>Which of the arguments the place stands in.</summary>
    public int Index { get; }

    /// <summary>All that could be meant.</summary>
    public IReadOnlyList<IMethodSymbol> Methods { get; }

    /// <summary>The innermost call whose brackets are around the place; null where there is none.</summary>
    public static CallSite? At(CellView view)
    {
        var around = view.Before(view.Position).Parent?.AncestorsAndSelf().OfType<BaseArgumentListSyntax>().FirstOrDefault(list => IsInside(list, view.Position));
        return around?.Parent is null ? null : new CallSite(view, around);
    }

    /// <summary>The parameter of a method that the place stands in; null where it has none there.</summary>
    public IParameterSymbol? ParameterOf(IMethodSymbol method)
    {
        var name = Index < Arguments.Arguments.Count ? Arguments.Arguments[Index].NameColon?.Name.Identifier.ValueText : null;
        return name is not null ? method.Parameters.FirstOrDefault(parameter => parameter.Name == name)
            : Index < method.Parameters.Length ? method.Parameters[Index]
            : method.Parameters is [.., { IsParams: true } rest] ? rest : null;
    }

    /// <summary>Index of the method that fits what is typed so far.</summary>
    public int Best()
    {
        var chosen = bound is null ? -1 : IndexOf(method => SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, bound.OriginalDefinition));
        if (chosen >= 0)
        {
            return chosen;
        }

        var best = Methods.Select(Fit).DefaultIfEmpty().Max();
        return Math.Max(0, IndexOf(method => Fit(method) == best));
    }

    int IndexOf(Func<IMethodSymbol, bool> isIt)
    {
        for (var index = 0; index < Methods.Count; index++)
        {
            if (isIt(Methods[index]))
            {
                return index;
            }
        }

        return -1;
    }

    // Room for the argument at hand weighs most, then every argument that could be passed.
    int Fit(IMethodSymbol method)
    {
        var typed = Arguments.Arguments.Where(argument => !argument.Expression.IsMissing).ToList();
        var hasRoom = typed.Count <= method.Parameters.Length && (Index < method.Parameters.Length || Index == 0);
        var isOpen = method.Parameters is [.., { IsParams: true }];
        return (hasRoom ? 100 : isOpen ? 50 : 0) + typed.Select((argument, index) => Fits(argument, method, index) ? 2 : -1).Sum();
    }

    bool Fits(ArgumentSyntax argument, IMethodSymbol method, int index)
    {
        var parameter = argument.NameColon is { } name
            ? method.Parameters.FirstOrDefault(each => each.Name == name.Name.Identifier.ValueText)
            : method.Parameters.ElementAtOrDefault(index);
        return parameter is not null && (parameter.Type.TypeKind == TypeKind.TypeParameter || model.ClassifyConversion(argument.Expression, parameter.Type).IsImplicit);
    }

    List<IMethodSymbol> Called()
    {
        var called = Arguments.Parent switch
        {
            InvocationExpressionSyntax call => Invoked(call),
            BaseObjectCreationExpressionSyntax creation => Constructors(model.GetTypeInfo(creation) is var made ? made.Type ?? made.ConvertedType : null),
            ConstructorInitializerSyntax initializer => Constructors(Initialized(initializer)),
            PrimaryConstructorBaseTypeSyntax parent => Constructors(model.GetTypeInfo(parent.Type).Type),
            ElementAccessExpressionSyntax access => Indexers(model.GetTypeInfo(access.Expression).Type),
            _ => [],
        };
        return [.. called.Where(method => model.IsAccessible(Arguments.SpanStart, method)).OrderBy(method => method.Parameters.Length)];
    }

    IEnumerable<IMethodSymbol> Invoked(InvocationExpressionSyntax call)
    {
        var group = model.GetMemberGroup(call.Expression).OfType<IMethodSymbol>().ToList();
        return group.Count > 0 ? group : model.GetTypeInfo(call.Expression).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? [invoke] : [];
    }

    INamedTypeSymbol? Initialized(ConstructorInitializerSyntax initializer)
    {
        var type = initializer.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration ? model.GetDeclaredSymbol(declaration) : null;
        return initializer.ThisOrBaseKeyword.IsKind(SyntaxKind.BaseKeyword) ? type?.BaseType : type;
    }

    static IEnumerable<IMethodSymbol> Constructors(ITypeSymbol? type) => type is INamedTypeSymbol named ? named.InstanceConstructors : [];

    static IEnumerable<IMethodSymbol> Indexers(ITypeSymbol? type) =>
        type?.GetMembers().OfType<IPropertySymbol>().Where(property => property.IsIndexer).Select(property => property.GetMethod ?? property.SetMethod!) ?? [];

    static bool IsInside(BaseArgumentListSyntax list, int position)
    {
        var (open, close) = list switch
        {
            ArgumentListSyntax round => (round.OpenParenToken, round.CloseParenToken),
            BracketedArgumentListSyntax square => (square.OpenBracketToken, square.CloseBracketToken),
            _ => default,
        };
        return !open.IsMissing && position >= open.Span.End && (close.IsMissing || position <= close.SpanStart);
    }
}
