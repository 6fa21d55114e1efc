namespace Workbench.Simulators.Market;

/// <summary>Worth of a netting account in its settlement asset.</summary>
/// <param name="Balance">What is paid in, with all profit that was realised and less fees.</param>
/// <param name="UnrealizedPnl">Profit of the open positions at the middle of the market.</param>
/// <param name="PositionMargin">Bound by positions.</param>
/// <param name="OrderMargin">Bound by open orders that would enlarge one.</param>
public readonly record struct SimMargin(decimal Balance, decimal UnrealizedPnl, decimal PositionMargin, decimal OrderMargin)
{
    public decimal Equity => Balance + UnrealizedPnl;

    public decimal Available => Equity - PositionMargin - OrderMargin;
}
