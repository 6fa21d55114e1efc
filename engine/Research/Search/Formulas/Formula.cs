namespace Workbench.Research.Search;

/// <summary>A number made of named figures; undefined, with the part that is to blame, where one of them is.</summary>
abstract class Formula
{
    /// <summary>Its value, with what the names stand for.</summary>
    public abstract MetricValue Of(Func<string, MetricValue> figures);

    /// <summary>Reads one.</summary>
    /// <exception cref="WorkbenchException">WB4124 for a name that is not known, WB4125 for what cannot be read.</exception>
    public static Formula Parse(string text, IReadOnlyList<string> names) => new FormulaParser(text, names).Formula();
}
