namespace Workbench.Data.Importers.Yahoo;

/// <summary>A split in a Yahoo chart: so many new shares for so many old ones.</summary>
/// <param name="Time">Opening bell of the first day with new shares, UTC nanoseconds.</param>
/// <param name="New">New shares.</param>
/// <param name="Old">Old shares.</param>
public sealed record YahooSplit(long Time, decimal New, decimal Old);
