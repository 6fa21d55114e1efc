namespace Workbench.Simulators.Oanda;

/// <summary>All trades of an instrument, those of the past in its profit and loss.</summary>
public sealed record OandaPosition
{
    public required string Instrument { get; init; }

    public required decimal PL { get; init; }

    public required decimal UnrealizedPL { get; init; }

    public required decimal ResettablePL { get; init; }

    public decimal? MarginUsed { get; init; }

    public required decimal Financing { get; init; }

    public required decimal Commission { get; init; }

    public decimal GuaranteedExecutionFees { get; init; }

    public required PositionSide Long { get; init; }

    public required PositionSide Short { get; init; }
}
