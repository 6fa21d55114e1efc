namespace Workbench.Research.Search;

/// <summary>
/// One direction of a search space: a setting and the values that are tried. Optimisers see it as a coordinate from 0 to 1, in which
/// every value of a list or of even steps has an equal share, and on a log axis every doubling has.
/// </summary>
public abstract class Axis
{
    private protected Axis(string name) => Name = name;

    /// <summary>The setting, as <c>--set</c> names it.</summary>
    public string Name { get; }

    /// <summary>How many values it has; null where it is continuous.</summary>
    public abstract long? Count { get; }

    /// <summary>Whether near values are alike. The members of an enum are not, and neither are texts.</summary>
    public abstract bool IsOrdered { get; }

    /// <summary>Whether its values are numbers.</summary>
    public abstract bool IsNumeric { get; }

    /// <summary>Whether its coordinate measures ratios and not differences: for lengths and periods.</summary>
    public virtual bool IsLog => false;

    /// <summary>The value whose share holds a coordinate; below 0 the first, above 1 the last.</summary>
    public abstract AxisValue At(double unit);

    /// <summary>A value by its place in the order, from 0. Only where <see cref="Count"/> is known.</summary>
    public abstract AxisValue At(long index);

    /// <summary>The value that a text stands for; null where it is not on the axis.</summary>
    public abstract AxisValue? Find(string text);

    /// <summary>How much of the coordinate the value at it takes; 0 where the axis is continuous.</summary>
    public abstract double Width(double unit);

    /// <summary>The values as <c>--set</c> would be given them.</summary>
    private protected abstract string Values { get; }

    /// <summary>
    /// Reads <c>fast=5..50:5</c> (both ends in), <c>fast=5..500</c> (whole ends: in steps of one), <c>x=0.1..2</c> (a decimal point: continuous),
    /// <c>fast=5..500:log</c>, <c>exit=Stop,Trail</c> (a list) or <c>fast=5</c>.
    /// </summary>
    /// <param name="text">Name and values.</param>
    /// <param name="parameter">What the script says of the setting: its values are checked, <c>fast=..</c> is its own range, and a missing end is its own.</param>
    /// <exception cref="WorkbenchException">WB4120–WB4122: it cannot be read, or the setting has no such values.</exception>
    public static Axis Parse(string text, ParameterInfo? parameter = null) => AxisText.Read(text, parameter);

    /// <summary>The range or the choices that a script gives a setting.</summary>
    /// <exception cref="WorkbenchException">WB4122: it gives none.</exception>
    public static Axis Of(ParameterInfo parameter) => AxisText.Own(parameter);

    public override string ToString() => $"{Name}={Values}";
}
