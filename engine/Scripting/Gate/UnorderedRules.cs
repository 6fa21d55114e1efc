using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Workbench.Scripting;

/// <summary>
/// Lets hash collections be asked and filled, and refuses to enumerate them: also by way of an interface, LINQ, a spread, a pattern
/// or a delegate.
/// </summary>
sealed class UnorderedRules(GateFindings findings)
{
    const string Why = "a hash has no order to rely on. Look up in it, and enumerate a List, SortedDictionary or SortedSet";
    const string WhyGeneric = "the type parameter may stand for a hash, which has no order. Take a List or an array";

    static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.Dictionary", "System.Collections.Generic.HashSet", "System.Collections.Generic.IDictionary",
        "System.Collections.Generic.IReadOnlyDictionary", "System.Collections.Generic.ISet", "System.Collections.Generic.IReadOnlySet",
        "System.Collections.ObjectModel.ReadOnlyDictionary", "System.Collections.ObjectModel.ReadOnlySet", "System.Collections.IDictionary",
    };

    static readonly HashSet<string> Restoring = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.SortedDictionary", "System.Collections.Generic.SortedSet", "System.Collections.Generic.SortedList",
    };

    static readonly HashSet<string> Lookups = new(StringComparer.Ordinal)
    {
        "Add", "TryAdd", "Contains", "ContainsKey", "TryGetValue", "Remove", "Clear", "EnsureCapacity", "TrimExcess", "GetValueOrDefault",
        "UnionWith", "ExceptWith", "IntersectWith", "SymmetricExceptWith", "SetEquals", "Overlaps", "IsSubsetOf", "IsSupersetOf",
        "IsProperSubsetOf", "IsProperSupersetOf", "Equals", "ToString", "GetAlternateLookup",
    };

    static readonly HashSet<string> Figures = new(StringComparer.Ordinal) { "Count", "Item", "this[]", "Comparer", "Capacity", "IsReadOnly" };

    /// <summary>A method called on something: of a hash, only those that ask, fill and clear.</summary>
    public void Call(IMethodSymbol method, IOperation? instance, IOperation at)
    {
        if (instance?.Type is { } type && IsUnordered(type) && !Lookups.Contains(method.Name) && !IsOfScript(method))
        {
            Refuse($"{type.Name}.{method.Name}", at.Syntax);
        }
    }

    /// <summary>A property of a hash: keys and values may be counted and nothing else.</summary>
    public void Property(IPropertyReferenceOperation operation)
    {
        if (operation.Instance?.Type is not { } type || !IsUnordered(type) || Figures.Contains(operation.Property.Name) || IsOfScript(operation.Property))
        {
            return;
        }

        if (operation.Parent is not IPropertyReferenceOperation { Property.Name: "Count" })
        {
            Refuse($"{type.Name}.{operation.Property.Name}", operation.Syntax);
        }
    }

    /// <summary><c>foreach</c> and spreads.</summary>
    public void Enumeration(IOperation collection)
    {
        while (collection is IConversionOperation { IsImplicit: true } conversion)
        {
            collection = conversion.Operand;
        }

        switch (collection.Type)
        {
            case ITypeParameterSymbol:
                findings.Refuse(collection.Syntax.GetLocation(), "Enumerating a type parameter", WhyGeneric);
                break;
            case { } type when IsUnordered(type):
                Refuse($"Enumerating a {Shown(type)}", collection.Syntax);
                break;
        }
    }

    /// <summary>A hash that becomes something that can be enumerated.</summary>
    public void Conversion(IConversionOperation operation)
    {
        if (operation.Operand.Type is not { } from || operation.Type is not { } to || GoesIntoHash(operation) || IsComparison(operation))
        {
            return;
        }

        if (from is ITypeParameterSymbol && CanEnumerate(to))
        {
            findings.Refuse(operation.Syntax.GetLocation(), "Enumerating a type parameter", WhyGeneric);
        }
        else if (Escapes(from, to, 0))
        {
            RefuseAs(from, to, operation.Syntax);
        }
    }

    /// <summary>A method that returns a hash, taken for one that returns a sequence.</summary>
    public void Delegate(IDelegateCreationOperation operation)
    {
        if (operation.Target is IMethodReferenceOperation { Method: var method } &&
            operation.Type is INamedTypeSymbol { DelegateInvokeMethod.ReturnType: var to } && Escapes(method.ReturnType, to, 0))
        {
            RefuseAs(method.ReturnType, to, operation.Syntax);
        }
    }

    /// <summary><c>is IEnumerable&lt;int&gt; numbers</c>.</summary>
    public void Pattern(ITypeSymbol from, ITypeSymbol? to, SyntaxNode at)
    {
        if (to is not null && Escapes(from, to, 0))
        {
            RefuseAs(from, to, at);
        }
    }

    static string Shown(ITypeSymbol type) => type.ContainingType is { } outer && type is INamedTypeSymbol && Types.Contains(SymbolRules.NameOf(outer))
        ? $"{outer.Name}.{type.Name}"
        : type.Name;

    void RefuseAs(ITypeSymbol from, ITypeSymbol to, SyntaxNode at) =>
        Refuse($"Using a {Shown(HashIn(from) ?? from)} as {to.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}", at);

    void Refuse(string what, SyntaxNode at) => findings.Refuse(at.GetLocation(), what, Why);

    // Whether one type forgets that the other is a hash; within type arguments too, since sequences and delegates are covariant.
    static bool Escapes(ITypeSymbol from, ITypeSymbol to, int depth)
    {
        if (depth > 4 || SymbolEqualityComparer.Default.Equals(from, to))
        {
            return false;
        }

        if (IsUnordered(from))
        {
            return !IsUnordered(to) && (CanEnumerate(to) || to.SpecialType == SpecialType.System_Object);
        }

        return from switch
        {
            IArrayTypeSymbol array => ElementOf(to) is { } element && Escapes(array.ElementType, element, depth + 1),
            INamedTypeSymbol named when to is INamedTypeSymbol { IsGenericType: true } target => ArgumentsEscape(named, target, depth),
            _ => false,
        };
    }

    static bool ArgumentsEscape(INamedTypeSymbol from, INamedTypeSymbol to, int depth)
    {
        var same = SameGeneric(from, to) ? from : from.AllInterfaces.FirstOrDefault(face => SameGeneric(face, to));
        return same is not null && same.TypeArguments.Zip(to.TypeArguments).Any(pair => Escapes(pair.First, pair.Second, depth + 1));
    }

    static bool SameGeneric(INamedTypeSymbol left, INamedTypeSymbol right) => SymbolEqualityComparer.Default.Equals(left.OriginalDefinition, right.OriginalDefinition);

    static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var only] } => only,
        _ => null,
    };

    static ITypeSymbol? HashIn(ITypeSymbol type) => type switch
    {
        _ when IsUnordered(type) => type,
        IArrayTypeSymbol array => HashIn(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Select(HashIn).FirstOrDefault(found => found is not null),
        _ => null,
    };

    static bool CanEnumerate(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && type.ContainingNamespace?.ToDisplayString() is "System.Collections" or "System.Collections.Generic"
        && (type.Name == "IEnumerable" || type.AllInterfaces.Any(face => face.Name == "IEnumerable"));

    // What goes into another hash, or into a sorted collection, loses nothing: there is no order, or it is restored.
    static bool GoesIntoHash(IConversionOperation operation)
    {
        var target = operation.Parent is IArgumentOperation { Parent: { } call }
            ? call switch
            {
                IObjectCreationOperation creation => creation.Type,
                IInvocationOperation { Instance: { } instance } => instance.Type,
                IInvocationOperation { TargetMethod.ContainingType: var holder } => holder,
                _ => null,
            }
            : null;
        return target is INamedTypeSymbol named &&
            (IsUnordered(named) || Restoring.Contains(SymbolRules.NameOf(named)) || named.Name == nameof(ArgumentNullException) || IsLookup(operation));
    }

    static bool IsLookup(IConversionOperation operation) => operation.Parent is IArgumentOperation
    {
        Parent: IInvocationOperation { TargetMethod: { Name: "GetValueOrDefault", ContainingType.Name: "CollectionExtensions" } },
    };

    static bool IsComparison(IConversionOperation operation) =>
        operation.Type?.SpecialType == SpecialType.System_Object && operation.Parent is IBinaryOperation or IIsPatternOperation;

    static bool IsUnordered(ITypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at is INamedTypeSymbol named && Types.Contains(SymbolRules.NameOf(named)))
            {
                return true;
            }
        }

        return type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(IsUnordered);
    }

    static bool IsOfScript(ISymbol symbol) => symbol.Locations.Any(at => at.IsInSource);
}
