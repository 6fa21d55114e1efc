namespace Workbench.Data.Providers;

/// <summary>What somebody wants to have: an instrument, a kind, a stretch of time.</summary>
/// <param name="Instrument">Of what.</param>
/// <param name="Kind">Which kind.</param>
/// <param name="Bars">Length and price of bars; default for all else.</param>
/// <param name="Range">From when to when; never open at an end.</param>
public sealed record DataWant(Instrument Instrument, DataKind Kind, BarSpec Bars, TimeRange Range);
