namespace Workbench.Scripting;

/// <summary>
/// What of .NET a strategy may touch. A list of the allowed and not of the forbidden: what nobody thought of is refused. Names
/// are full names without arity; what is nested belongs to what holds it.
/// </summary>
static class Allowed
{
    static readonly HashSet<string> Namespaces = new(StringComparer.Ordinal)
    {
        "System.Collections", "System.Collections.Generic", "System.Collections.Immutable", "System.Collections.ObjectModel",
        "System.Diagnostics.CodeAnalysis",
    };

    static readonly HashSet<string> Types = Names(
        ("System",
            """
            Object String Char Boolean Byte SByte Int16 UInt16 Int32 UInt32 Int64 UInt64 Int128 UInt128 Half Single Double Decimal Void
            Enum ValueType Nullable Array ArraySegment Index Range Span ReadOnlySpan Memory ReadOnlyMemory MemoryExtensions
            Tuple TupleExtensions ValueTuple Func Action Predicate Comparison Converter EventHandler EventArgs
            Math MathF MidpointRounding BitConverter Convert StringSplitOptions
            DateTime DateTimeKind DateTimeOffset DateOnly TimeOnly TimeSpan DayOfWeek FormattableString
            IComparable IEquatable IDisposable IFormattable ISpanFormattable IParsable ISpanParsable IFormatProvider ICloneable
            Attribute AttributeUsageAttribute AttributeTargets FlagsAttribute ObsoleteAttribute
            Exception ArgumentException ArgumentNullException ArgumentOutOfRangeException ArithmeticException DivideByZeroException
            FormatException IndexOutOfRangeException InvalidCastException InvalidOperationException NotImplementedException
            NotSupportedException NullReferenceException OverflowException ApplicationException SystemException
            """),
        ("System.Linq", "Enumerable IGrouping ILookup Lookup IOrderedEnumerable"),
        ("System.Text", "StringBuilder Rune"),
        ("System.Globalization", "NumberStyles DateTimeStyles TimeSpanStyles ISOWeek"),
        ("System.Numerics",
            """
            BigInteger Complex BitOperations INumber INumberBase IBinaryInteger IBinaryNumber IFloatingPoint IFloatingPointIeee754
            ISignedNumber IUnsignedNumber IAdditionOperators ISubtractionOperators IMultiplyOperators IDivisionOperators
            IComparisonOperators IEqualityOperators IModulusOperators IUnaryNegationOperators IMinMaxValue
            """),
        ("System.Diagnostics", "UnreachableException"),
        ("System.Runtime.CompilerServices", "MethodImplAttribute MethodImplOptions CallerMemberNameAttribute CallerArgumentExpressionAttribute"));

    // Of these types a few members only. A type that stands here and not below may not be named itself.
    static readonly HashSet<string> Members = Names(
        ("System.TimeProvider", "GetUtcNow GetTimestamp GetElapsedTime TimestampFrequency"),
        ("System.Delegate", "Equals op_Equality op_Inequality"),
        ("System.Globalization.CultureInfo", "InvariantCulture"),
        ("System.Globalization.NumberFormatInfo", "InvariantInfo"),
        ("System.Globalization.DateTimeFormatInfo", "InvariantInfo"),
        ("System.Runtime.CompilerServices.DefaultInterpolatedStringHandler", ".ctor AppendLiteral AppendFormatted"),
        ("System.StringComparer", "Ordinal OrdinalIgnoreCase Compare Equals"),
        ("System.StringComparison", "Ordinal OrdinalIgnoreCase"));

    static readonly HashSet<string> Nameable = Names(
        ("System.Globalization", "CultureInfo NumberFormatInfo DateTimeFormatInfo"),
        ("System", "StringComparer StringComparison"));

    /// <summary>Whether a type may be named.</summary>
    public static bool Type(string space, string type) =>
        Nameable.Contains(type) || (!Banned.Contains(type) && (Namespaces.Contains(space) || Types.Contains(type)));

    /// <summary>Whether a member may be used.</summary>
    public static bool Member(string space, string type, string member)
    {
        var name = type + "." + member;
        return Members.Contains(name) ||
            (!Banned.Contains(name) && !Banned.Contains(type) && (Namespaces.Contains(space) || Types.Contains(type)));
    }

    static HashSet<string> Names(params ReadOnlySpan<(string Holder, string Names)> groups)
    {
        var set = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (holder, names) in groups)
        {
            foreach (var name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                set.Add(holder + "." + name);
            }
        }

        return set;
    }
}
