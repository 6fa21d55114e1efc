using Microsoft.CodeAnalysis;

namespace Workbench.Scripting.Notebooks;

/// <summary>Symbols in words.</summary>
static class SymbolText
{
    static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayFormat.MinimallyQualifiedFormat.MemberOptions & ~SymbolDisplayMemberOptions.IncludeContainingType);

    static readonly SymbolDisplayFormat Long = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayFormat.MinimallyQualifiedFormat.MemberOptions,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.InstanceMethod,
        parameterOptions: SymbolDisplayFormat.MinimallyQualifiedFormat.ParameterOptions | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        localOptions: SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
        miscellaneousOptions: SymbolDisplayFormat.MinimallyQualifiedFormat.MiscellaneousOptions);

    /// <summary>A declaration in a line, without the type that it is in.</summary>
    public static string Signature(ISymbol symbol) => symbol.ToDisplayString(Short);

    /// <summary>A declaration with all that it says. A cell's own class has no name that a person knows.</summary>
    public static string Declaration(ISymbol symbol) =>
        symbol.ToDisplayString(symbol.ContainingType is { IsScriptClass: true } ? Long.WithMemberOptions(Short.MemberOptions) : Long);

    /// <summary>What kind of thing it is.</summary>
    public static string Kind(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.TypeKind switch
        {
            TypeKind.Enum => "enum",
            TypeKind.Struct => "struct",
            TypeKind.Interface => "interface",
            TypeKind.Delegate => "delegate",
            _ => "class",
        },
        IMethodSymbol => "method",
        IPropertySymbol => "property",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enum member",
        IFieldSymbol { ContainingType.IsScriptClass: true } or ILocalSymbol or IRangeVariableSymbol => "variable",
        IFieldSymbol { IsConst: true } => "constant",
        IFieldSymbol => "field",
        IParameterSymbol => "parameter",
        IEventSymbol => "event",
        INamespaceSymbol => "namespace",
        ITypeParameterSymbol => "type parameter",
        _ => "name",
    };
}
