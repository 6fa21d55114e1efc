namespace Workbench.Research.Search;

/// <summary>Something that holds of named figures or does not; a comparison with what is undefined does not.</summary>
abstract class Condition
{
    /// <summary>Whether it holds, with what the names stand for.</summary>
    public abstract bool Holds(Func<string, MetricValue> figures);

    /// <summary>Reads one.</summary>
    /// <exception cref="WorkbenchException">WB4124 for a name that is not known, WB4125 for what cannot be read.</exception>
    public static Condition Parse(string text, IReadOnlyList<string> names) => new FormulaParser(text, names).Condition();
}
