using System.Reflection;
using System.Runtime.CompilerServices;

namespace Workbench.Scripting.Notebooks;

/// <summary>A part of a value: a public property or field, or an item of a tuple.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Of">Reads it of a value; what it throws is the answer (<see cref="Thrown"/>).</param>
sealed record Member(string Name, Func<object, object?> Of)
{
    // Columns that a person would choose: without what every row repeats, and without the integers behind the prices.
    static readonly Dictionary<Type, Member[]> Chosen = new()
    {
        [typeof(Tick)] = Parts<Tick>("Time", "Bid", "Ask", "Spread"),
        [typeof(Bar)] = Parts<Bar>("OpenTime", "Open", "High", "Low", "Close", "Volume", "Count"),
        [typeof(Trade)] = Parts<Trade>("Time", "Price", "Size", "Aggressor"),
    };

    // Weak, because the classes of a cell go when their session goes.
    static readonly ConditionalWeakTable<Type, Member[]> Known = [];

    /// <summary>The parts of a value in the order of their declaration, a base class's first.</summary>
    public static IReadOnlyList<Member> All(object value) => value switch
    {
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(Item)],
        _ when Chosen.TryGetValue(value.GetType(), out var chosen) => chosen,
        _ => Known.GetValue(value.GetType(), Find),
    };

    static Member Item(int index) =>
        new(FormattableString.Invariant($"Item{index + 1}"), value => value is ITuple tuple && index < tuple.Length ? tuple[index] : null);

    static Member[] Parts<T>(params string[] names) => [.. names.Select(name => Property(typeof(T).GetProperty(name)!))];

    static Member[] Find(Type type)
    {
        var found = new Dictionary<string, (int Place, Member Member)>(StringComparer.Ordinal);
        foreach (var level in Levels(type))
        {
            foreach (var part in level.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).OrderBy(part => part.MetadataToken))
            {
                if (Read(part) is { } member)
                {
                    found[member.Name] = (found.TryGetValue(member.Name, out var hidden) ? hidden.Place : found.Count, member);
                }
            }
        }

        return [.. found.Values.OrderBy(each => each.Place).Select(each => each.Member)];
    }

    static IEnumerable<Type> Levels(Type type)
    {
        var levels = new Stack<Type>();
        for (var at = type; at is not null && at != typeof(object) && at != typeof(ValueType); at = at.BaseType)
        {
            levels.Push(at);
        }

        return levels;
    }

    static Member? Read(MemberInfo part) => part switch
    {
        PropertyInfo { GetMethod.IsPublic: true } property when property.GetIndexParameters().Length == 0 && IsReadable(property.PropertyType) => Property(property),
        FieldInfo field when IsReadable(field.FieldType) => new Member(field.Name, value => Thrown.Or(() => field.GetValue(value))),
        _ => null,
    };

    static bool IsReadable(Type type) => !type.IsByRefLike && !type.IsPointer && !type.IsByRef && !type.IsFunctionPointer;

    static Member Property(PropertyInfo property) =>
        new(property.Name, value => Thrown.Or(() => property.GetValue(value, BindingFlags.DoNotWrapExceptions, null, null, null)));
}
