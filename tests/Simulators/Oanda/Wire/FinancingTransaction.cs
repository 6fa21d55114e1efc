namespace Workbench.Simulators.Oanda;

/// <summary>DAILY_FINANCING: what open trades cost or earned by being open at 17:00 in New York.</summary>
public sealed record FinancingTransaction : Transaction
{
    public override string Type => "DAILY_FINANCING";

    /// <summary>Positive is earned.</summary>
    public required decimal Financing { get; init; }

    public required decimal AccountBalance { get; init; }

    public string AccountFinancingMode => "DAILY";

    public required IReadOnlyList<PositionFinancing> PositionFinancings { get; init; }
}
