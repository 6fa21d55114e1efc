namespace Workbench.Data.Conversion;

/// <summary>How the lake's manifest, and with it every run's identity, says that prices are not those that were traded.</summary>
static class AdjustedSource
{
    /// <summary>A source's name with the mark of what its prices were adjusted by.</summary>
    public static string Of(string source, FactorFile? factors) => factors is null ? source : source + TapeSource.Adjusted + factors.Mark;
}
