namespace Workbench.Model;

/// <summary>What an account holds of an instrument, as the venue counts.</summary>
/// <param name="Symbol">Symbol in the house's spelling.</param>
/// <param name="Qty">Signed units. At a spot venue: of the base currency, free and locked.</param>
/// <param name="AvgPx">Average price; 0 where the venue keeps none.</param>
public sealed record VenuePosition(string Symbol, decimal Qty, decimal AvgPx);
