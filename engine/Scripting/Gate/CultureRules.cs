using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Workbench.Scripting;

/// <summary>
/// Refuses text that reads differently under another culture: numbers and times written or read without saying how, and strings
/// compared, sorted or capitalised by the language of the machine.
/// </summary>
sealed class CultureRules(SymbolRules symbols, GateFindings findings)
{
    const string Written = "it reads differently under another culture. Write Invariant($\"…\"), or give CultureInfo.InvariantCulture";
    const string Parsed = "it depends on the machine's culture. Give CultureInfo.InvariantCulture";
    const string Compared = "strings sort differently under another culture. Give StringComparison.Ordinal or StringComparer.Ordinal";
    const string Capitals = "capitals differ under another culture. Use ToUpperInvariant or ToLowerInvariant";

    static readonly HashSet<string> Sensitive = new(StringComparer.Ordinal)
    {
        "System.Single", "System.Double", "System.Half", "System.Decimal", "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly",
        "System.Numerics.Complex", "System.FormattableString",
    };

    static readonly HashSet<string> Comparing = new(StringComparer.Ordinal) { "Compare", "CompareTo", "StartsWith", "EndsWith", "IndexOf", "LastIndexOf" };

    static readonly HashSet<string> Sorting = new(StringComparer.Ordinal)
    {
        "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "OrderDescending", "Min", "Max", "MinBy", "MaxBy", "Sort", "BinarySearch",
        "ToImmutableSortedDictionary", "ToImmutableSortedSet", "Create", "CreateRange", "CreateBuilder",
    };

    static readonly HashSet<string> Sorted = new(StringComparer.Ordinal) { "SortedDictionary", "SortedSet", "SortedList", "PriorityQueue" };

    /// <summary>A method or constructor, called or taken as a delegate.</summary>
    public void Call(IMethodSymbol? method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, SyntaxNode at)
    {
        if (method is null || !symbols.IsFramework(method))
        {
            return;
        }

        var name = $"{method.ContainingType.Name}.{method.Name}";
        if (WritesText(method, instance, arguments))
        {
            findings.Refuse(at.GetLocation(), name, Written);
        }
        else if (LacksProvider(method, instance) || GivesNoProvider(arguments))
        {
            findings.Refuse(at.GetLocation(), name, Parsed);
        }
        else if (IsString(method.ContainingType))
        {
            CallOfString(method, at);
        }
        else if (SortsStrings(method))
        {
            findings.Refuse(at.GetLocation(), method.MethodKind == MethodKind.Constructor ? $"A {method.ContainingType.Name} of strings" : name + " of strings", Compared);
        }
    }

    /// <summary><c>Comparer&lt;string&gt;.Default</c>.</summary>
    public void Property(IPropertySymbol property, SyntaxNode at)
    {
        if (property is { Name: "Default", ContainingType: { Name: "Comparer", TypeArguments: [var type] } } && HoldsString(type))
        {
            findings.Refuse(at.GetLocation(), "Comparer<string>.Default", Compared);
        }
    }

    /// <summary><c>"at " + price</c>.</summary>
    public void Concatenation(IOperation whole, params ReadOnlySpan<IOperation> parts)
    {
        if (whole.Type is null || !IsString(whole.Type))
        {
            return;
        }

        foreach (var part in parts)
        {
            if (IsSensitive(Bare(part).Type))
            {
                findings.Refuse(part.Syntax.GetLocation(), $"A {Bare(part).Type!.Name} in text", Written);
            }
        }
    }

    /// <summary><c>$"at {price}"</c>, unless it is handed to what names a culture.</summary>
    public void Interpolation(IInterpolatedStringOperation operation)
    {
        if (operation.ConstantValue.HasValue || NamesCulture(operation))
        {
            return;
        }

        foreach (var part in operation.Parts.OfType<IInterpolationOperation>())
        {
            var type = Bare(part.Expression).Type;
            if (IsSensitive(type) || (part.FormatString is not null && IsFormattable(type)))
            {
                findings.Refuse(part.Syntax.GetLocation(), $"A {type!.Name} in text", Written);
            }
        }
    }

    static bool NamesCulture(IInterpolatedStringOperation operation)
    {
        IOperation? at = operation.Parent;
        while (at is IConversionOperation or IInterpolatedStringHandlerCreationOperation or IInterpolatedStringAdditionOperation)
        {
            if (at is IConversionOperation { Type.Name: "FormattableString" or "IFormattable" })
            {
                return true;
            }

            at = at.Parent;
        }

        return at is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } && HasProvider(method);
    }

    void CallOfString(IMethodSymbol method, SyntaxNode at)
    {
        var name = "string." + method.Name;
        if (method.Name is "ToUpper" or "ToLower" && method.Parameters.IsEmpty)
        {
            findings.Refuse(at.GetLocation(), name, Capitals);
        }
        else if (Comparing.Contains(method.Name) && !method.Parameters.Any(parameter => parameter.Type.Name == nameof(StringComparison)) &&
            (method.Name == "CompareTo" || method.Parameters.Any(parameter => IsString(parameter.Type))))
        {
            findings.Refuse(at.GetLocation(), name, Compared);
        }
    }

    // ToString of a number, or a list of numbers joined: the numbers themselves are not formatted by anyone's choice.
    static bool WritesText(IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments)
    {
        if (method.Name == "ToString")
        {
            return IsSensitive(instance?.Type) && !HasProvider(method);
        }

        var joins = (IsString(method.ContainingType) && method.Name is "Join" or "Concat") ||
            (method.ContainingType.Name == "StringBuilder" && method.Name is "Append" or "AppendLine" or "AppendJoin" or "Insert");
        return joins && !HasProvider(method) &&
            (arguments.Any(argument => HoldsSensitive(argument.Value)) || method.TypeArguments.Any(IsSensitive));
    }

    static bool HoldsSensitive(IOperation value) => Bare(value) switch
    {
        IArrayCreationOperation { Initializer: { } items } => items.ElementValues.Any(HoldsSensitive),
        ICollectionExpressionOperation items => items.Elements.Any(HoldsSensitive),
        { Type: IArrayTypeSymbol { ElementType: var element } } => IsSensitive(element),
        { Type: var type } => IsSensitive(type),
    };

    // There is a twin that takes a culture: this one takes the machine's.
    static bool LacksProvider(IMethodSymbol method, IOperation? instance)
    {
        if (HasProvider(method) || method.MethodKind != MethodKind.Ordinary || IsPlainText(method, instance))
        {
            return false;
        }

        return method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .Any(twin => HasProvider(twin) && twin.IsStatic == method.IsStatic && SameWithoutProvider(twin, method));
    }

    // Whole numbers, letters, booleans and enums read the same everywhere when nothing is asked of them.
    static bool IsPlainText(IMethodSymbol method, IOperation? instance) =>
        method is { Name: "ToString", Parameters.IsEmpty: true } && !IsSensitive(instance?.Type ?? method.ContainingType);

    static bool SameWithoutProvider(IMethodSymbol twin, IMethodSymbol method)
    {
        var left = twin.OriginalDefinition.Parameters.Where(parameter => !IsProvider(parameter.Type)).Select(parameter => parameter.Type);
        return left.SequenceEqual(method.OriginalDefinition.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default);
    }

    static bool GivesNoProvider(ImmutableArray<IArgumentOperation> arguments) => arguments.Any(argument =>
        argument.Parameter is { } parameter && IsProvider(parameter.Type) && Bare(argument.Value).ConstantValue is { HasValue: true, Value: null });

    static bool SortsStrings(IMethodSymbol method)
    {
        if (method.Parameters.Any(parameter => parameter.Type.Name is "IComparer" or "Comparison" or "Comparer"))
        {
            return false;
        }

        var type = method.ContainingType;
        if (method.MethodKind == MethodKind.Constructor)
        {
            return Sorted.Contains(type.Name) && HoldsString(type.Name == "PriorityQueue" ? type.TypeArguments[1] : type.TypeArguments[0]);
        }

        if (method.Name == "CompareTo")
        {
            return HoldsString(type);
        }

        return Sorting.Contains(method.Name) && type.Name switch
        {
            // OrderBy<TSource, TKey>, Min<TSource, TResult>, Order<T>: what is sorted by comes last, except for MinBy's like.
            "Enumerable" => method.TypeArguments is [.., var key] && HoldsString(key),
            "List" => HoldsString(type.TypeArguments[0]),
            "Array" or "MemoryExtensions" => method.TypeArguments is [var key, ..] && HoldsString(key),
            "ImmutableSortedDictionary" or "ImmutableSortedSet" => method.TypeArguments.Any(HoldsString),
            _ => false,
        };
    }

    static bool HoldsString(ITypeSymbol type) =>
        IsString(type) || (type is INamedTypeSymbol { Name: "Tuple" or "ValueTuple" or "KeyValuePair" } tuple && tuple.TypeArguments.Any(HoldsString));

    static bool IsSensitive(ITypeSymbol? type) => type switch
    {
        null => false,
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element => IsSensitive(element.Type)),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => IsSensitive(inner),
        INamedTypeSymbol { IsRecord: true } record => record.Locations.Any(at => at.IsInSource) && WritesItself(record) &&
            record.GetMembers().OfType<IPropertySymbol>().Any(property => !SymbolEqualityComparer.Default.Equals(property.Type, record) && IsSensitive(property.Type)),
        INamedTypeSymbol named => Sensitive.Contains(SymbolRules.NameOf(named)),
        _ => false,
    };

    static bool WritesItself(INamedTypeSymbol record) => !record.GetMembers("ToString").Any(member => !member.IsImplicitlyDeclared);

    static bool IsFormattable(ITypeSymbol? type) => type is not null && type.AllInterfaces.Any(face => face.Name == nameof(IFormattable));

    static bool HasProvider(IMethodSymbol method) => method.Parameters.Any(parameter => IsProvider(parameter.Type));

    static bool IsProvider(ITypeSymbol type) => type.Name is nameof(IFormatProvider) or "CultureInfo";

    static bool IsString(ITypeSymbol type) => type.SpecialType == SpecialType.System_String;

    static IOperation Bare(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion && (conversion.IsImplicit || conversion.Type?.SpecialType == SpecialType.System_Object))
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
