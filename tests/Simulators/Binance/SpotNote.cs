namespace Workbench.Simulators.Binance;

/// <summary>What a spot order was asked for with and the exchange has no field for.</summary>
sealed record SpotNote(string Type, string Tif)
{
    public decimal IcebergQty { get; init; }

    public decimal QuoteQty { get; init; }

    public long? StrategyId { get; init; }

    public long? StrategyType { get; init; }

    public long? TrailingDelta { get; init; }

    public string SelfTradePrevention { get; init; } = "EXPIRE_MAKER";
}
