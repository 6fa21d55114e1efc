namespace Workbench.Research.Search;

/// <summary>What a point must fulfil to be tried: <c>fast&lt;slow</c>, <c>slow-fast&gt;=10</c>, <c>fast*3&lt;=slow and stop&lt;2</c>. A part that is undefined, such as a division by zero, is not fulfilled.</summary>
public sealed class Constraint
{
    readonly Condition condition;

    Constraint(string text, Condition condition) => (Text, this.condition) = (text, condition);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Reads one. Capitals do not matter in names.</summary>
    /// <param name="text">A comparison, or several joined by <c>and</c>, <c>or</c>, <c>not</c>.</param>
    /// <param name="names">The settings that it may compute with.</param>
    /// <exception cref="WorkbenchException">WB4124 for a name that is not there, WB4125 for what cannot be read; both say the column.</exception>
    public static Constraint Parse(string text, IReadOnlyList<string> names) => new(text.Trim(), Condition.Parse(text.Trim(), names));

    /// <summary>Whether a point fulfils it.</summary>
    /// <param name="settings">The number behind a name; undefined where it has none.</param>
    public bool Allows(Func<string, MetricValue> settings) => condition.Holds(settings);

    public override string ToString() => Text;
}
