using System.Reflection;

namespace Workbench.Core;

/// <summary>The settings of one strategy class, and the door from text such as <c>fast=10</c> to a strategy that has them.</summary>
public sealed class ParameterSet
{
    readonly Type strategy;
    readonly PropertyInfo[] properties;
    readonly ParameterInfo[] infos;
    readonly object?[] defaults;

    ParameterSet(Type strategy)
    {
        this.strategy = strategy;
        properties = Properties(strategy);
        infos = new ParameterInfo[properties.Length];
        defaults = new object?[properties.Length];
        var fresh = New();
        for (var i = 0; i < properties.Length; i++)
        {
            defaults[i] = properties[i].GetValue(fresh);
            infos[i] = Describe(properties[i], defaults[i]);
        }
    }

    /// <summary>The settings, those of base classes first, in the order they are declared.</summary>
    public IReadOnlyList<ParameterInfo> Infos => infos;

    /// <summary>Reads the settings off a strategy class. Makes one object of it to see the defaults.</summary>
    /// <exception cref="WorkbenchException">WB3106–WB3110: what the class declares cannot be.</exception>
    public static ParameterSet Of(Type strategy) => new(strategy);

    /// <summary>The values a run would have: the defaults, changed by settings such as <c>fast=10</c>. Capitals do not matter in names.</summary>
    /// <exception cref="WorkbenchException">WB3101–WB3105: a setting that cannot be; nothing is clamped or dropped.</exception>
    public ParameterValues Read(IEnumerable<string> settings)
    {
        var values = (object?[])defaults.Clone();
        var isSet = new bool[values.Length];
        foreach (var setting in settings)
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                throw ParameterErrors.NoEqualsSign(setting);
            }

            var at = Find(setting[..equals].Trim());
            values[at] = isSet[at] ? throw ParameterErrors.Twice(infos[at].Name) : Value(at, setting[(equals + 1)..]);
            isSet[at] = true;
        }

        return new ParameterValues(this, values);
    }

    /// <summary>A fresh strategy with those values.</summary>
    internal Strategy Create(object?[] values)
    {
        var made = New();
        for (var i = 0; i < properties.Length; i++)
        {
            properties[i].SetValue(made, values[i]);
        }

        return made;
    }

    Strategy New()
    {
        try
        {
            return (Strategy)Activator.CreateInstance(strategy)!;
        }
        catch (TargetInvocationException error)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error.InnerException ?? error);
            throw;
        }
    }

    ParameterInfo Describe(PropertyInfo property, object? value)
    {
        var type = property.PropertyType;
        var attribute = property.GetCustomAttribute<ParameterAttribute>()!;
        if (!ParameterType.IsKnown(type))
        {
            throw ParameterErrors.UnknownType(strategy.Name, property.Name, type);
        }

        if (property.SetMethod is not { IsPublic: true } || property.GetMethod is not { IsPublic: true })
        {
            throw ParameterErrors.NotSettable(strategy.Name, property.Name);
        }

        if (value is DateTime { Kind: DateTimeKind.Local })
        {
            throw ParameterErrors.LocalTime(strategy.Name, property.Name);
        }

        var info = new ParameterInfo(
            CamelCase(property.Name), property.Name, ParameterType.NameOf(type), ParameterType.Write(value), Bound(attribute.Min),
            Bound(attribute.Max), Bound(attribute.Step), ParameterType.ChoicesOf(type), attribute.Description);
        return IsWithin(info, value) ? info : throw ParameterErrors.DefaultOutOfRange(strategy.Name, info);
    }

    int Find(string name)
    {
        var at = Array.FindIndex(infos, info => string.Equals(info.Name, name, StringComparison.OrdinalIgnoreCase));
        return at >= 0 ? at : throw ParameterErrors.Unknown(name, strategy.Name, [.. infos.Select(info => info.Name)]);
    }

    object Value(int at, string text)
    {
        var type = properties[at].PropertyType;
        var value = ParameterType.Read(type, text) ?? throw ParameterErrors.Unreadable(infos[at], text, ParameterType.Expected(type));
        return IsWithin(infos[at], value) ? value : throw ParameterErrors.OutOfRange(infos[at], text);
    }

    static bool IsWithin(ParameterInfo info, object? value) =>
        ParameterType.Number(value) is not { } number || (!(number < info.Min) && !(number > info.Max));

    static double? Bound(double value) => double.IsNaN(value) ? null : value;

    static PropertyInfo[] Properties(Type strategy)
    {
        var found = new List<PropertyInfo>();
        for (var at = strategy; at is not null && at != typeof(Strategy); at = at.BaseType)
        {
            var declared = at.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly);
            found.InsertRange(0, declared.Where(property => property.IsDefined(typeof(ParameterAttribute), inherit: false)).OrderBy(property => property.MetadataToken));
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var twice = found.Find(property => !names.Add(property.Name));
        return twice is null ? [.. found] : throw ParameterErrors.SameName(strategy.Name, CamelCase(twice.Name));
    }

    // Fast → fast, UseAtr → useAtr, ATRLength → atrLength: as JSON writers do it.
    static string CamelCase(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            var endsAcronym = i > 0 && i + 1 < letters.Length && !char.IsUpper(letters[i + 1]);
            if (endsAcronym)
            {
                break;
            }

            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }
}
