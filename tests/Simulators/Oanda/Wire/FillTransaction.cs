namespace Workbench.Simulators.Oanda;

/// <summary>ORDER_FILL: an order traded. Each of its parts has a price of its own; the one at the top is deprecated.</summary>
public sealed record FillTransaction : Transaction
{
    public override string Type => "ORDER_FILL";

    public required long OrderID { get; init; }

    public string? ClientOrderID { get; init; }

    public required string Instrument { get; init; }

    /// <summary>Filled units; negative where it sold.</summary>
    public required decimal Units { get; init; }

    /// <summary>What the order asked for.</summary>
    public required decimal RequestedUnits { get; init; }

    public decimal GainQuoteHomeConversionFactor { get; init; }

    public decimal LossQuoteHomeConversionFactor { get; init; }

    /// <summary>Deprecated: the parts have the prices that count.</summary>
    public decimal? Price { get; init; }

    public required decimal FullVWAP { get; init; }

    /// <summary>The market at the fill.</summary>
    public required OandaPrice FullPrice { get; init; }

    public required string Reason { get; init; }

    /// <summary>Realized by the trades that it closed or reduced, in the account's currency.</summary>
    public required decimal PL { get; init; }

    public decimal QuotePL { get; init; }

    public required decimal Financing { get; init; }

    /// <summary>Positive is a charge.</summary>
    public required decimal Commission { get; init; }

    public decimal GuaranteedExecutionFee { get; init; }

    /// <summary>After the fill.</summary>
    public required decimal AccountBalance { get; init; }

    public required decimal HalfSpreadCost { get; init; }

    public TradeOpen? TradeOpened { get; init; }

    public IReadOnlyList<TradeReduce>? TradesClosed { get; init; }

    public TradeReduce? TradeReduced { get; init; }
}
