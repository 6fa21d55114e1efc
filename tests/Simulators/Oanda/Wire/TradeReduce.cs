namespace Workbench.Simulators.Oanda;

/// <summary>The part of a fill that closed a trade, or some of it.</summary>
public sealed record TradeReduce
{
    public required long TradeID { get; init; }

    public string? ClientTradeID { get; init; }

    /// <summary>With the sign of the fill, against the trade's.</summary>
    public required decimal Units { get; init; }

    public required decimal Price { get; init; }

    public required decimal RealizedPL { get; init; }

    public required decimal Financing { get; init; }

    public decimal GuaranteedExecutionFee { get; init; }

    public required decimal HalfSpreadCost { get; init; }
}
