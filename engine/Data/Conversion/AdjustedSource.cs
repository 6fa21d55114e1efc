namespace Workbench.Data.Conversion;

/// <summary>How the lake's manifest, and with it every run's identity, says that prices are not those that were traded.</summary>
static class AdjustedSource
{
    const string Word = " adjusted ";

    /// <summary>A source's name with the mark of what its prices were adjusted by.</summary>
    public static string Of(string source, FactorFile? factors) => factors is null ? source : source + Word + factors.Mark;

    /// <summary>The mark in a source's name; empty where the prices are raw.</summary>
    public static string MarkOf(string source)
    {
        var at = source.IndexOf(Word, StringComparison.Ordinal);
        return at < 0 ? "" : source[(at + Word.Length)..].Split(' ')[0];
    }
}
