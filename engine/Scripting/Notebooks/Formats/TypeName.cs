namespace Workbench.Scripting.Notebooks;

/// <summary>Types as C# writes them: <c>List&lt;int&gt;</c>, <c>double[,]</c>; without namespaces, nor the class that a cell is inside.</summary>
static class TypeName
{
    static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(char)] = "char", [typeof(decimal)] = "decimal",
        [typeof(double)] = "double", [typeof(float)] = "float", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long",
        [typeof(ulong)] = "ulong", [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(object)] = "object", [typeof(string)] = "string",
        [typeof(void)] = "void", [typeof(nint)] = "nint", [typeof(nuint)] = "nuint",
    };

    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return Array(type);
        }

        if (type.IsByRef || type.IsPointer)
        {
            return Of(type.GetElementType()!) + (type.IsPointer ? "*" : "&");
        }

        return Nullable.GetUnderlyingType(type) is { } inner ? Of(inner) + "?" : Named(type);
    }

    // Of int[][,] the outer brackets come first in C#, and last in the type.
    static string Array(Type type)
    {
        var brackets = "";
        var at = type;
        for (; at.IsArray; at = at.GetElementType()!)
        {
            brackets += "[" + new string(',', at.GetArrayRank() - 1) + "]";
        }

        return Of(at) + brackets;
    }

    /// <summary>Whether it is the type of <c>new { … }</c>, whose name nobody wrote.</summary>
    public static bool IsAnonymous(Type type) => type.Name.Contains("AnonymousType", StringComparison.Ordinal);

    static string Named(Type type)
    {
        if (IsAnonymous(type))
        {
            return "anonymous";
        }

        var words = type.GetGenericArguments().Select(Of).ToList();
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true)
        {
            return "(" + string.Join(", ", words) + ")";
        }

        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        var name = tick < 0 ? type.Name : type.Name[..tick] + "<" + string.Join(", ", words) + ">";
        return type is { IsNested: true, IsGenericParameter: false, DeclaringType: { } outer } && !IsCell(outer) ? Of(outer) + "." + name : name;
    }

    // No name that a person can write has that sign in it.
    static bool IsCell(Type type) => type.Name.Contains('#', StringComparison.Ordinal);
}
