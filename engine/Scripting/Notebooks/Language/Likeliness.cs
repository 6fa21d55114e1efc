using Microsoft.CodeAnalysis;

namespace Workbench.Scripting.Notebooks;

/// <summary>Which of the words that fit is meant.</summary>
static class Likeliness
{
    /// <summary>What this very place asks for: a value of its enum, an argument's name, a property to be set.</summary>
    public const int Asked = 0;

    /// <summary>What was declared last and nearest.</summary>
    public const int Local = 1;

    /// <summary>What earlier cells declared.</summary>
    public const int Session = 2;

    /// <summary>A member of the type itself, one step more for each base class.</summary>
    public const int Member = 3;

    /// <summary>A type of the workbench.</summary>
    public const int House = 10;

    /// <summary>A word of the language.</summary>
    public const int Keyword = 11;

    /// <summary>A method that another class adds to the type.</summary>
    public const int Extension = 12;

    /// <summary>A type of the framework.</summary>
    public const int Framework = 13;

    /// <summary>A namespace.</summary>
    public const int Namespace = 14;

    /// <summary>What every object has.</summary>
    public const int Everything = 15;

    const int NoMatch = int.MaxValue;
    const int FewestInside = 3;

    /// <summary>The candidates that match what was typed, the likeliest first, each name once.</summary>
    public static List<Candidate> Sorted(IEnumerable<Candidate> candidates, string typed) =>
    [
        .. candidates.Select(candidate => (Candidate: candidate, Match: Math.Min(Match(candidate.Name, typed), Match(candidate.Text, typed))))
            .Where(each => each.Match != NoMatch)
            .OrderBy(each => each.Match).ThenBy(each => each.Candidate.Weight)
            .ThenBy(each => each.Candidate.Text, StringComparer.OrdinalIgnoreCase).ThenBy(each => each.Candidate.Text, StringComparer.Ordinal)
            .Select(each => each.Candidate).DistinctBy(candidate => candidate.Text),
    ];

    /// <summary>How likely a symbol is meant where any name may stand.</summary>
    public static int Of(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => Local,
        INamespaceSymbol => Namespace,
        { ContainingType.IsScriptClass: true } => Session,
        ITypeSymbol or IAliasSymbol => symbol.Locations.Any(place => place.IsInSource) ? Session : IsHouse(symbol) ? House : Framework,
        { ContainingType.SpecialType: SpecialType.System_Object } => Everything,
        _ => Member,
    };

    /// <summary>How likely a member of a type is meant.</summary>
    public static int Of(ISymbol symbol, ITypeSymbol of)
    {
        if (symbol is IMethodSymbol { MethodKind: MethodKind.ReducedExtension })
        {
            return Extension;
        }

        if (symbol.ContainingType?.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum || IsOfObject(symbol))
        {
            return Everything;
        }

        if (symbol is IFieldSymbol { IsExplicitlyNamedTupleElement: false, ContainingType.IsTupleType: true })
        {
            return House - 1;
        }

        var steps = 0;
        for (var at = of; at is not null && !SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, symbol.ContainingType?.OriginalDefinition); at = at.BaseType)
        {
            steps++;
        }

        return Math.Min(Member + steps, House - 1);
    }

    static bool IsHouse(ISymbol symbol) => symbol.ContainingAssembly?.Name.StartsWith("Workbench.", StringComparison.Ordinal) == true;

    // A type's own Equals is no more often meant than the one of every object.
    static bool IsOfObject(ISymbol symbol) => symbol is IMethodSymbol && symbol.Name is "Equals" or "GetHashCode" or "GetType" or "ToString" or "ReferenceEquals" or "CompareTo" or "GetTypeCode";

    static int Match(string name, string typed)
    {
        if (name.StartsWith(typed, StringComparison.Ordinal))
        {
            return 0;
        }

        if (name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        if (HasHumps(name, typed))
        {
            return 2;
        }

        return typed.Length >= FewestInside && name.Contains(typed, StringComparison.OrdinalIgnoreCase) ? 3 : NoMatch;
    }

    // "gsm" and "GSmo" both mean GetSemanticModel: each typed sign goes on in its hump or begins a later one.
    static bool HasHumps(string name, string typed) => typed.Length is > 1 and < 12 && HasHumps(name, 0, typed, 0);

    static bool HasHumps(ReadOnlySpan<char> name, int at, ReadOnlySpan<char> typed, int next)
    {
        if (next == typed.Length)
        {
            return true;
        }

        for (var hump = at; hump < name.Length; hump++)
        {
            var begins = hump == 0 || char.IsUpper(name[hump]) || name[hump - 1] == '_';
            if ((begins || (hump == at && next > 0)) && char.ToUpperInvariant(name[hump]) == char.ToUpperInvariant(typed[next]) && HasHumps(name, hump + 1, typed, next + 1))
            {
                return true;
            }

            if (hump == 0 && next == 0)
            {
                return false;
            }
        }

        return false;
    }
}
