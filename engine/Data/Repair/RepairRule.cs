namespace Workbench.Data.Repair;

/// <summary>The rules by which prices are repaired, in the order they are applied. What each sees and does is written in data/README.md.</summary>
public enum RepairRule
{
    /// <summary>Stretches or single prices in another unit of the currency: a hundred times too big or too small.</summary>
    Units = 1,

    /// <summary>Rows around a split that were adjusted for it while their neighbours were not, or the other way round.</summary>
    Splits,

    /// <summary>Dividends that are a hundred times too big or small, not adjusted for a split, told twice, or not taken off earlier adjusted prices.</summary>
    Dividends,

    /// <summary>Capital gains that were taken off earlier adjusted prices a second time, beside the dividend that holds them.</summary>
    CapitalGains,
}
