using System.Numerics;

namespace Workbench.Research.Search;

/// <summary>The points that may be tried: axes, and constraints between them. It is counted by multiplication and never built.</summary>
public sealed class SearchSpace
{
    readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, MetricValue> settled = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="axes">The axes, in the order of a grid's wheels: the last one turns fastest.</param>
    /// <param name="constraints">What points must fulfil, as text; over the axes and, where given, the script's other parameters.</param>
    /// <param name="parameters">The script's parameters: what is no axis has its default in constraints.</param>
    /// <exception cref="WorkbenchException">WB4123 for a setting named twice, WB4124–WB4126 for a constraint that cannot be, WB4136 for no axes.</exception>
    public SearchSpace(IReadOnlyList<Axis> axes, IReadOnlyList<string>? constraints = null, IReadOnlyList<ParameterInfo>? parameters = null)
    {
        Axes = axes.Count > 0 ? axes : throw SearchErrors.NoAxes();
        for (var i = 0; i < axes.Count; i++)
        {
            if (!places.TryAdd(axes[i].Name, i))
            {
                throw SearchErrors.Twice(axes[i].Name);
            }
        }

        foreach (var parameter in (parameters ?? []).Where(parameter => !places.ContainsKey(parameter.Name)))
        {
            settled[parameter.Name] = new ListAxis(parameter.Name, [parameter.Default], isOrdered: false).At(0L).Number is { } number
                ? number : MetricValue.None("it is no number");
        }

        string[] names = [.. axes.Select(axis => axis.Name), .. (parameters ?? []).Select(parameter => parameter.Name).Where(settled.ContainsKey)];
        Constraints = [.. (constraints ?? []).Select(text => Read(text, names))];
    }

    /// <summary>The axes.</summary>
    public IReadOnlyList<Axis> Axes { get; }

    /// <summary>What every point fulfils.</summary>
    public IReadOnlyList<Constraint> Constraints { get; }

    /// <summary>Points before constraints; null where an axis is continuous.</summary>
    public BigInteger? Count => Axes.Aggregate((BigInteger?)BigInteger.One, (product, axis) => product * axis.Count);

    /// <summary>Reads axes and constraints as the command line has them, checked against the script's parameters.</summary>
    /// <exception cref="WorkbenchException">WB4135 for an axis that is no parameter, and what <see cref="Axis.Parse"/> and the constructor throw.</exception>
    public static SearchSpace Parse(IReadOnlyList<string> settings, IReadOnlyList<string> constraints, IReadOnlyList<ParameterInfo> parameters) =>
        new([.. settings.Select(setting => Axis.Parse(setting, Known(setting, parameters)))], constraints, parameters);

    /// <summary>Whether the constraints let a point through.</summary>
    /// <param name="values">A value for each axis.</param>
    public bool Allows(IReadOnlyList<AxisValue> values)
    {
        MetricValue Number(string name) => places.TryGetValue(name, out var at) ? values[at].Number!.Value : settled[name];
        foreach (var constraint in Constraints)
        {
            if (!constraint.Allows(Number))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The values that coordinates from 0 to 1 stand for.</summary>
    public AxisValue[] At(ReadOnlySpan<double> units)
    {
        var values = new AxisValue[Axes.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Axes[i].At(units[i]);
        }

        return values;
    }

    /// <summary>The values of a point; null where it does not lie in the space.</summary>
    public AxisValue[]? Find(Point point)
    {
        var values = new AxisValue[Axes.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var setting = point.Settings.Count == values.Length ? point.Settings[i] : "";
            if (!setting.StartsWith(Axes[i].Name + "=", StringComparison.OrdinalIgnoreCase) || Axes[i].Find(setting[(Axes[i].Name.Length + 1)..]) is not { } value)
            {
                return null;
            }

            values[i] = value;
        }

        return values;
    }

    /// <summary>The point of a value for each axis.</summary>
    public Point Point(IReadOnlyList<AxisValue> values) => new([.. Axes.Select((axis, i) => $"{axis.Name}={values[i].Text}")]);

    Constraint Read(string text, string[] names)
    {
        var constraint = Constraint.Parse(text, names);
        constraint.Allows(name => places.TryGetValue(name, out var at) && !Axes[at].IsNumeric ? throw SearchErrors.NoNumber(text, name) : 1d);
        return constraint;
    }

    static ParameterInfo Known(string setting, IReadOnlyList<ParameterInfo> parameters)
    {
        var name = setting.Split('=')[0].Trim();
        return parameters.FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw SearchErrors.UnknownParameter(name, [.. parameters.Select(parameter => parameter.Name)]);
    }
}
