using Microsoft.CodeAnalysis;

namespace Workbench.Scripting;

/// <summary>Judges static state: what one run leaves behind there, the next would find.</summary>
static class StateRules
{
    static readonly HashSet<string> Immutable = new(StringComparer.Ordinal)
    {
        "System.TimeSpan", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.Int128", "System.UInt128", "System.Half",
        "System.Numerics.BigInteger", "System.Numerics.Complex",
    };

    static readonly HashSet<string> ImmutableOf = new(StringComparer.Ordinal)
    {
        "System.Nullable", "System.Collections.Immutable.ImmutableArray", "System.Collections.Immutable.ImmutableList",
        "System.Collections.Immutable.ImmutableSortedDictionary", "System.Collections.Immutable.ImmutableSortedSet",
    };

    /// <summary>Refuses every static field that could change, also those the compiler makes for properties and events.</summary>
    public static void Inspect(INamespaceOrTypeSymbol holder, GateFindings findings)
    {
        foreach (var member in holder.GetMembers())
        {
            if (member is INamedTypeSymbol { TypeKind: not TypeKind.Enum } type)
            {
                Inspect(type, findings);
            }
            else if (member is IFieldSymbol { IsStatic: true, IsConst: false } field && !(field.IsReadOnly && IsImmutable(field.Type, 0)))
            {
                Refuse(field.AssociatedSymbol ?? field, findings);
            }
            else if (member is IEventSymbol { IsStatic: true })
            {
                Refuse(member, findings);
            }
        }
    }

    // What the compiler made by itself, such as the cache of a lambda, has no place in the text.
    static void Refuse(ISymbol declared, GateFindings findings)
    {
        if (declared.Locations is [{ IsInSource: true } at, ..])
        {
            findings.Refuse(at, $"The static {declared.Name}",
                "what one run leaves in it, the next would find. Drop 'static', or make it const or static readonly of a type that cannot change");
        }
    }

    static bool IsImmutable(ITypeSymbol type, int depth)
    {
        // Deeper nesting than this is nobody's constant.
        if (depth > 4)
        {
            return false;
        }

        if (type.TypeKind == TypeKind.Enum || IsPlain(type.SpecialType))
        {
            return true;
        }

        var name = type is INamedTypeSymbol named ? SymbolRules.NameOf(named) : "";
        if (type is INamedTypeSymbol { IsGenericType: true, ContainingType: null } generic && ImmutableOf.Contains(name))
        {
            return generic.TypeArguments.All(argument => IsImmutable(argument, depth + 1));
        }

        return Immutable.Contains(name) || IsEngineValue(type) || HoldsOnlyImmutable(type, depth);
    }

    // The engine's own small values (BarSpec, TimeRange …) hold nothing that changes.
    static bool IsEngineValue(ITypeSymbol type) =>
        type is { IsValueType: true, IsReadOnly: true, ContainingAssembly.Name: "Workbench.Model" or "Workbench.Core" };

    // A struct behind a readonly field cannot be written to, whatever its own fields say.
    static bool HoldsOnlyImmutable(ITypeSymbol type, int depth) =>
        (type.IsTupleType || type.Locations.Any(at => at.IsInSource)) &&
        (type.IsValueType || type is { IsSealed: true, TypeKind: TypeKind.Class, BaseType.SpecialType: SpecialType.System_Object }) &&
        type.GetMembers().OfType<IFieldSymbol>().All(field => field.IsStatic || ((field.IsReadOnly || type.IsValueType) && IsImmutable(field.Type, depth + 1)));

    static bool IsPlain(SpecialType type) => type is >= SpecialType.System_Boolean and <= SpecialType.System_String or SpecialType.System_DateTime;
}
