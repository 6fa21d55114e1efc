namespace Workbench.Simulators.Oanda;

/// <summary>What a unit of an instrument's quote currency is worth in the account's.</summary>
/// <param name="PositiveUnits">Of a gain.</param>
/// <param name="NegativeUnits">Of a loss.</param>
public sealed record QuoteHomeConversionFactors(decimal PositiveUnits, decimal NegativeUnits);
