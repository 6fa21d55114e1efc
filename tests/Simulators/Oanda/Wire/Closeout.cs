namespace Workbench.Simulators.Oanda;

/// <summary>What a market order closes that no client wrote: a trade, or a side of a position.</summary>
public sealed record Closeout
{
    public long? TradeID { get; init; }

    public string? ClientTradeID { get; init; }

    public string? Instrument { get; init; }

    /// <summary>ALL or a number.</summary>
    public string? Units { get; init; }

    /// <summary>Of a margin closeout.</summary>
    public string? Reason { get; init; }
}
