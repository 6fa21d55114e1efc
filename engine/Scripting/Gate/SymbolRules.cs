using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbench.Scripting;

/// <summary>Judges each type and member that a script names, or uses without naming it.</summary>
sealed class SymbolRules
{
    static readonly SymbolDisplayFormat Short = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes, memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    readonly GateFindings findings;
    readonly IAssemblySymbol script;
    readonly HashSet<IAssemblySymbol> framework = new(SymbolEqualityComparer.Default);

    public SymbolRules(CSharpCompilation compilation, GateFindings findings)
    {
        this.findings = findings;
        script = compilation.Assembly;
        foreach (var reference in ReferenceSet.All)
        {
            if (compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly)
            {
                framework.Add(assembly);
            }
        }
    }

    /// <summary>Refuses the symbol if a strategy may not have it.</summary>
    public void Judge(ISymbol? symbol, Location at)
    {
        switch (symbol)
        {
            case IAliasSymbol alias:
                Judge(alias.Target, at);
                break;
            case IDynamicTypeSymbol:
                findings.Refuse(at, "dynamic", "what it calls is known only while it runs. Name the type");
                break;
            case IArrayTypeSymbol array:
                Judge(array.ElementType, at);
                break;
            case INamedTypeSymbol type when IsFramework(type):
                JudgeType(type, at);
                break;
            case IMethodSymbol { Name: nameof(GetHashCode), MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension }:
                // A hash is a hash wherever it is declared: a script's own types get theirs from strings and objects.
                findings.Refuse(at, "GetHashCode", Banned.Advice("System.HashCode"));
                break;
            case IMethodSymbol { ReducedFrom: { } extension }:
                Judge(extension, at);
                break;
            case IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol when IsFramework(symbol):
                JudgeMember(symbol, at);
                break;
        }
    }

    /// <summary>
    /// Whether the symbol is .NET's: what the lists speak about. The script's own and the engine's are judged elsewhere or not
    /// at all; a library is noted and let pass.
    /// </summary>
    public bool IsFramework(ISymbol symbol)
    {
        var home = symbol.ContainingAssembly;
        if (home is null || SymbolEqualityComparer.Default.Equals(home, script))
        {
            return false;
        }

        if (!framework.Contains(home))
        {
            findings.Note(home);
            return false;
        }

        return !home.Name.StartsWith("Workbench.", StringComparison.Ordinal);
    }

    /// <summary>Full name without arity, of the outermost type where it is nested.</summary>
    public static string NameOf(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer)
        {
            type = outer;
        }

        return SpaceOf(type) + "." + type.Name;
    }

    void JudgeType(INamedTypeSymbol type, Location at)
    {
        var name = NameOf(type);
        if (!Allowed.Type(SpaceOf(type), name))
        {
            findings.Refuse(at, type.ToDisplayString(Short), Banned.Advice(name));
        }
    }

    void JudgeMember(ISymbol member, Location at)
    {
        // Built-in operators and calls of delegates belong to the language.
        if (member is IMethodSymbol { MethodKind: MethodKind.BuiltinOperator or MethodKind.DelegateInvoke })
        {
            return;
        }

        var type = member.ContainingType;
        var name = member is IMethodSymbol { AssociatedSymbol: { } property } ? property.Name : member.Name;
        if (TakesLocalTime(member))
        {
            findings.Refuse(at, "DateTimeOffset(DateTime)", Banned.Advice("System.TimeZoneInfo"));
        }
        else if (!Allowed.Member(SpaceOf(type), NameOf(type), name))
        {
            var shown = member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? (ISymbol)type : member;
            findings.Refuse(at, shown.ToDisplayString(Short), Banned.Advice(NameOf(type) + "." + name));
        }
    }

    // new DateTimeOffset(dateTime) takes the machine's offset where the time does not say that it is UTC.
    static bool TakesLocalTime(ISymbol member) => member is IMethodSymbol
    {
        MethodKind: MethodKind.Constructor, ContainingType.Name: nameof(DateTimeOffset), Parameters: [{ Type.SpecialType: SpecialType.System_DateTime }],
    };

    static string SpaceOf(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() ?? "";
}
