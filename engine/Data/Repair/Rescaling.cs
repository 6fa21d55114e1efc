namespace Workbench.Data.Repair;

/// <summary>Brings rows that speak of another unit, or of another number of shares, to that of their neighbours.</summary>
static class Rescaling
{
    /// <summary>Multiplies a row's prices.</summary>
    public static void Prices(PriceRow row, double factor)
    {
        row.Open *= factor;
        row.High *= factor;
        row.Low *= factor;
        row.Close *= factor;
        row.Adjusted *= factor;
    }

    /// <summary>Multiplies a row's prices, and its volume by the inverse: as many shares more as each is worth less.</summary>
    public static void Shares(PriceRow row, double factor)
    {
        Prices(row, factor);
        row.Volume = Math.Round(row.Volume / factor);
    }
}
