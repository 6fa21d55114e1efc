namespace Workbench.Model;

/// <summary>What happened to a share on a day, as its vendor tells it.</summary>
/// <param name="Date">The first trading day without the dividend, or with new shares.</param>
/// <param name="Dividend">Money a share, later splits taken into account; 0 for none that is told, where only the adjusted prices speak of one. Capital gains are part of it.</param>
/// <param name="Split">New shares for one old one; 0 for no split.</param>
public sealed record CorporateAction(DateOnly Date, decimal Dividend, decimal Split)
{
    /// <summary>Part of the dividend that a fund paid from capital gains.</summary>
    public decimal CapitalGain { get; init; }

    /// <summary>What the vendor's adjusted prices before the day are to closes, where those behind it are as 1; null where it tells none. Repairs hold the dividend against it.</summary>
    public double? Adjustment { get; init; }
}
