namespace Workbench.Core;

/// <summary>What is held of an instrument at one moment.</summary>
public sealed record PositionView(string Symbol, decimal Qty, decimal Bid, decimal Ask, decimal Unrealised)
{
    internal static PositionView Of(Market market) => new(
        market.Instrument.Symbol, market.Position.Qty, market.Instrument.FromRaw(market.Bid), market.Instrument.FromRaw(market.Ask),
        market.HasPrice && market.Position.IsOpen ? market.Unrealised : 0m);
}
