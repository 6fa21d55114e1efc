namespace Workbench.Model;

/// <summary>How stores and runs say where data came from: <c>dukascopy</c>, several joined by a plus, or <see cref="Synthetic"/>.</summary>
public static class TapeSource
{
    /// <summary>Source of data that were generated and never seen in a market.</summary>
    public const string Synthetic = "SYNTHETIC";

    /// <summary>Stands between a source's name and the mark of what its prices were adjusted by.</summary>
    public const string Adjusted = " adjusted ";

    /// <summary>The mark of what a source's prices were adjusted by; empty where they are raw.</summary>
    public static string AdjustmentOf(string source)
    {
        var at = source.IndexOf(Adjusted, StringComparison.Ordinal);
        return at < 0 ? "" : source[(at + Adjusted.Length)..].Split(' ')[0];
    }

    /// <summary>Whether data of that source were generated, or made of generated ones: <c>SYNTHETIC</c>, <c>SYNTHETIC made of ticks</c>, and both joined.</summary>
    public static bool IsSynthetic(string source) => Array.TrueForAll(Parts(source), static part => part == Synthetic || part.StartsWith(Synthetic + " ", StringComparison.Ordinal));

    /// <summary>The sources that a source's name joins.</summary>
    public static string[] Parts(string source) => source.Split('+');

    /// <summary>One name for several sources, each once, in order.</summary>
    public static string Join(IEnumerable<string> sources) => string.Join('+', sources.SelectMany(Parts).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
