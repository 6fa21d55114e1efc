namespace Workbench.Data.Conversion;

/// <summary>A split as it is told.</summary>
/// <param name="Day">Midnight of the first day with the new shares, on the exchange's clock.</param>
/// <param name="Ratio">New shares for an old one.</param>
readonly record struct ToldSplit(long Day, decimal Ratio)
{
    /// <summary>Splits of a table, oldest first.</summary>
    public static IReadOnlyList<ToldSplit> Of(ActionTable table) =>
        [.. table.Rows.Where(row => row.Split > 0 && row.Split != 1).Select(row => new ToldSplit(DayClock.Midnight(row.Date), row.Split))];
}
