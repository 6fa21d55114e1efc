namespace Workbench.Data.Conversion;

/// <summary>What prices are made comparable over.</summary>
[Flags]
public enum AdjustFor
{
    /// <summary>New shares for old ones.</summary>
    Splits = 1,

    /// <summary>Money paid out, capital gains of funds among it.</summary>
    Dividends = 2,

    /// <summary>Both.</summary>
    All = Splits | Dividends,
}
