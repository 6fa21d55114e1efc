namespace Workbench.Core;

/// <summary>Balance of power (Igor Livshin, 2001): the bar's body as a share of its range, −1 sellers to 1 buyers; 0 where there is no range.</summary>
public sealed class BalanceOfPower() : Study($"BOP", 1)
{
    private protected override double Next(in Candle now, in Candle before) => now.Range == 0d ? 0d : (now.Close - now.Open) / now.Range;
}
